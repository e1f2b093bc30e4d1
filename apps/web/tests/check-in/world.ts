import {
  type CheckIn,
  type CheckInEvent,
  DEFAULT_RULES,
  newCheckIn,
  type Pace,
  type PartnerCommand,
  type Plan,
  type Receipt,
  type Rules,
  transition,
  viewOf,
  type Way,
} from '@turnstone/check-in'
import { type FormatId, planOf } from '@turnstone/content'
import { type Ack, type Down, PROTOCOL_VERSION, type UpCommand, type Utterance } from '@turnstone/protocol'
import type { PendingPause } from '@/features/check-in/pending-pauses'
import type { Ports } from '@/features/check-in/ports'
import { NO_WORDS } from '@/features/check-in/reentry'
import { CheckInSession } from '@/features/check-in/session'
import type { VaultNow } from '@/features/check-in/view'
import type { Evening } from '@/features/jottings/client'
import { ApiError } from '@/lib/errors'

/*
 * Two pages and a server in one process, on one clock that only moves when a test says so. The server is the real
 * machine; the network is two switches a page; the vault writes "sealed:" in front.
 */

type Seat = 'a' | 'b'
const STEP_MS = 50
const CHECK_IN = '00000000-0000-4000-8000-000000000001'
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const sleepless = () => new Promise<void>((resolve) => setImmediate(resolve))

const RULES: Rules = { ...DEFAULT_RULES, cooldownMs: 10_000, breathMs: 1_000 }

function planFor(format: string, minutes: number, rules: Rules): Plan {
  const plan = planOf(format, minutes, rules)
  if (!plan) throw new Error(`there is no ${format} of ${minutes} minutes`)
  return plan
}

export class World {
  nowMs = 1_000
  checkIn: CheckIn
  readonly pages: Page[] = []
  /** What the server hands out instead of what was signed. */
  forgeSignatures = false
  readonly received: UpCommand[] = []
  #ids = 100
  #timers: { atMs: number; everyMs: number; work: () => void }[] = []
  #utterances: Utterance[] = []
  #receipts = new Map<string, Receipt>()
  /** Sealed, and shown to nobody yet. */
  readonly #lines = new Map<string, string>()

  constructor(format: FormatId = 'weekly', rules = RULES) {
    this.checkIn = newCheckIn({ rules, starter: 'a', plan: planFor(format, 15, rules) })
    this.every(1_000, () => this.#beatAll())
  }

  newId = () => idOf(this.#ids++)
  #now = () => ({ wallMs: this.nowMs, monotonicMs: this.nowMs, bootId: 'test' })

  every(ms: number, work: () => void): () => void {
    const timer = { atMs: this.nowMs + ms, everyMs: ms, work }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer)
    }
  }

  async advance(ms: number): Promise<void> {
    const untilMs = this.nowMs + ms
    while (this.nowMs < untilMs) {
      this.nowMs += STEP_MS
      for (const timer of this.#timers) {
        if (timer.atMs > this.nowMs) continue
        timer.atMs += timer.everyMs
        timer.work()
      }
      await sleepless()
    }
  }

  page(seat: Seat, vault: VaultNow = 'open', stored: PendingPause[] = [], evenings = new Map<string, Evening>()): Page {
    const page = new Page(this, seat, stored, evenings)
    this.pages.push(page)
    page.session.start()
    page.session.setVault(vault)
    return page
  }

  state(seat: Seat) {
    return {
      checkInId: CHECK_IN,
      partnershipId: idOf(2),
      seat,
      agreementHash: 'h'.repeat(43),
      snapshot: this.#snapshot(),
      utterances: this.#utterances,
      reasons: this.#reasons,
      mine: {
        comfortAnswered: this.checkIn.quiet.comfortAnswered[seat],
        backFrom: this.checkIn.quiet.back[seat]?.aside ?? null,
        through: this.checkIn.quiet.through[seat],
      },
    }
  }

  #reasons: { freezeEpoch: number; envelope: string }[] = []

  #snapshot() {
    const snapshot = viewOf(this.checkIn, this.#now())
    if (!this.forgeSignatures || !snapshot.lastResume) return snapshot
    return { ...snapshot, lastResume: { ...snapshot.lastResume, signatures: { a: 'forged', b: 'forged' } } }
  }

  receive(seat: Seat, command: UpCommand): Ack {
    this.received.push(command)
    const before = this.checkIn.room.seq
    const { commandId } = command
    const step = transition(
      this.checkIn,
      { by: seat, commandId, command: this.#asTheServerTakesIt(command) },
      this.#now(),
      this.#receipts.get(commandId) ?? null,
    )
    this.checkIn = step.checkIn
    if (step.outcome.kind !== 'refused') this.#receipts.set(commandId, step.outcome)
    const { room } = this.checkIn
    const uttered = step.repeated
      ? []
      : step.events.flatMap(({ seq, event }) => utteranceOf(seq, event, command, this.#lines))
    this.#utterances.push(...uttered)
    const reasons =
      command.type === 'pause' && command.reason && !step.repeated
        ? [{ freezeEpoch: room.freezeEpoch, envelope: command.reason }]
        : []
    this.#reasons.push(...reasons)
    if (room.seq > before) this.#tellAll(before + 1, uttered, reasons)
    if (['comfort', 'back', 'reenter', 'goOn'].includes(command.type)) this.#poke(seat)
    if (step.outcome.kind === 'refused') return { ok: false, commandId, error: { code: step.outcome.refusal.code } }
    return { ok: true, commandId, ...(step.outcome.kind === 'committed' && { seq: step.outcome.seq }) }
  }

  #asTheServerTakesIt(command: UpCommand): PartnerCommand {
    if (command.type === 'reenter') {
      const { line, ...rest } = command
      if (line) this.#lines.set(line.lineId, line.envelope)
      return { ...rest, lineId: line?.lineId ?? null }
    }
    if (command.type !== 'choose') return command
    return { type: 'choose', plan: planFor(command.format, command.minutes, this.checkIn.room.rules) }
  }

  hold(from: Page, commandId: string): void {
    for (const page of this.pages)
      if (page !== from && page.socket === 'up') page.on?.hold({ v: PROTOCOL_VERSION, checkInId: CHECK_IN, commandId })
  }

  presence(): void {
    const present = { a: this.pages.some((one) => one.isHere('a')), b: this.pages.some((one) => one.isHere('b')) }
    this.#system({ type: 'presence', present })
  }

  #system(command: { type: 'tick' } | { type: 'presence'; present: Record<Seat, boolean> }): void {
    const before = this.checkIn.room.seq
    this.checkIn = transition(this.checkIn, { by: 'server', command }, this.#now(), null).checkIn
    if (this.checkIn.room.seq > before) this.#tellAll(before + 1, [], [])
  }

  #tellAll(fromSeq: number, utterances: Utterance[], reasons: Down<'change'>['reasons']): void {
    const change: Down<'change'> = {
      v: PROTOCOL_VERSION,
      checkInId: CHECK_IN,
      fromSeq,
      snapshot: this.#snapshot(),
      utterances,
      reasons,
    }
    for (const page of this.pages) if (page.socket === 'up') page.on?.change(change)
  }

  #poke(seat: Seat): void {
    for (const page of this.pages)
      if (page.socket === 'up' && page.isHere(seat)) page.on?.poke({ v: PROTOCOL_VERSION, noun: 'check-in' })
  }

  #beatAll(): void {
    this.#system({ type: 'tick' })
    for (const page of this.pages) {
      if (page.isAttending) page.on?.beat({ v: PROTOCOL_VERSION, checkInId: CHECK_IN, seq: this.checkIn.room.seq })
    }
  }
}

function utteranceOf(
  seq: number,
  event: CheckInEvent,
  command: UpCommand,
  lines: ReadonlyMap<string, string>,
): Utterance[] {
  if (event.type === 'reentered') {
    const { lineId, by } = event
    return [{ seq, utteranceId: lineId, kind: 'reentry', turn: 1, by, envelope: lines.get(lineId) ?? '' }]
  }
  if (command.type === 'utter' && event.type === 'uttered') {
    const { utteranceId, kind, turn, by } = event
    return [{ seq, utteranceId, kind, turn, by, envelope: command.envelope }]
  }
  if (command.type === 'line' && event.type === 'lineOffered') {
    return [{ seq, utteranceId: event.lineId, kind: 'line', turn: 1, by: event.by, envelope: command.envelope }]
  }
  return []
}

/** One device's page. */
export class Page {
  socket: 'up' | 'down' = 'up'
  http: 'up' | 'down' = 'up'
  on: Parameters<Ports['listen']>[0] | null = null
  /** As the server has heard it. */
  isAttending = false
  /** What it sends arrives, and what the server answers does not. */
  losesAnswers = false
  /** How often the server will not hear that this page attends. */
  deafTo = 0
  stored: PendingPause[]
  readonly drawer: string[] = []
  readonly livingRoom: string[] = []
  /** What this device has noted of its evenings, and what became of them. */
  readonly evenings: Map<string, Evening>
  readonly putAway: { readonly checkInId: string; readonly setDown: string | null }[] = []
  readonly session: CheckInSession
  readonly #world: World
  readonly #seat: Seat

  constructor(world: World, seat: Seat, stored: PendingPause[], evenings: Map<string, Evening>) {
    this.#world = world
    this.evenings = evenings
    this.#seat = seat
    this.stored = stored
    this.session = new CheckInSession(this.#ports())
  }

  get view() {
    return this.session.shown.get().view
  }

  get actions() {
    return this.session.actions
  }

  isHere = (seat: Seat) => seat === this.#seat && this.socket === 'up' && this.isAttending && this.on !== null

  cut(): void {
    this.socket = 'down'
    this.http = 'down'
    this.isAttending = false
    this.on?.state('lost')
    this.#world.presence()
  }

  mend(): void {
    this.socket = 'up'
    this.http = 'up'
    this.on?.state('connected')
    this.#world.presence()
  }

  #answered(ack: Ack): Ack {
    if (this.losesAnswers) throw new ApiError('offline')
    return ack
  }

  #ports(): Ports {
    const world = this.#world
    const seat = this.#seat
    const through = <T>(way: 'socket' | 'http', work: () => T): Promise<T> =>
      this[way] === 'up' ? Promise.resolve().then(work) : Promise.reject(new ApiError('offline'))
    return {
      nowMs: () => world.nowMs,
      newId: world.newId,
      // The world begins at midnight in London; it is noon where these two live.
      zone: () => 'Etc/GMT-12',
      every: (ms, work) => world.every(ms, work),
      fetchCheckIn: () => through('http', () => world.state(seat)),
      sendOverSocket: (command) =>
        through('socket', () => {
          if (command.type === 'pause') world.hold(this, command.commandId)
          return this.#answered(world.receive(seat, command))
        }),
      sendOverHttp: (command) => through('http', () => this.#answered(world.receive(seat, command))),
      attend: ({ commandId, checkInId }) =>
        through('socket', () => {
          if (this.deafTo > 0) {
            this.deafTo -= 1
            return { ok: false, commandId, error: { code: 'database_away' } }
          }
          this.isAttending = checkInId !== null
          world.presence()
          return { ok: true, commandId }
        }),
      beat: () => {},
      listen: (to) => {
        this.on = to
        to.state('connected')
        return () => {
          this.on = null
        }
      },
      reconnect: async () => {},
      vault: {
        sealUtterance: async ({ text }) => ({ envelope: `sealed:${text}` }),
        openUtterance: async ({ envelope }) => ({ text: envelope.slice('sealed:'.length) }),
        sealReasons: async () => ({ pause: 'sealed:pause', word: 'sealed:word' }),
        openReason: async ({ envelope }) => ({ reason: envelope === 'sealed:word' ? 'word' : 'pause' }),
        signReady: async ({ freezeEpoch, rung }) => ({ signature: `${seat}-${freezeEpoch}-${rung}` }),
        signSlip: async ({ freezeEpoch }) => ({ signature: `${seat}-slip-${freezeEpoch}` }),
        verifyResume: async ({ of, freezeEpoch, rung, signatures }) => {
          const signed = of === 'slip' ? `slip-${freezeEpoch}` : `${freezeEpoch}-${rung}`
          return signatures.a === `a-${signed}` && signatures.b === `b-${signed}`
        },
      },
      isGenuineAgreement: async () => true,
      pending: {
        load: () => this.stored,
        save: (pending) => {
          this.stored = [...pending]
        },
      },
      keepSaid: async ({ text }) => {
        this.drawer.push(text)
        return 'empty'
      },
      saveLine: async ({ text }) => {
        this.livingRoom.push(text)
        return 'empty'
      },
      noteBreak: () => {},
      recordEnded: async () => 'kept',
      evenings: {
        all: async () => [...this.evenings.keys()],
        of: async (checkInId) => this.evenings.get(checkInId) ?? null,
        note: async (evening) => void this.evenings.set(evening.checkInId, evening),
        putAway: async (checkInId, setDown) => {
          this.putAway.push({ checkInId, setDown: setDown?.step ?? null })
          this.evenings.delete(checkInId)
        },
      },
      reload: () => {},
    }
  }
}

/** Both here, both said yes, the first turn is a's. */
export async function openRoom({ format = 'weekly', way = 'written', pace = 'timed' }: Opening = {}): Promise<Opened> {
  const world = new World(format)
  const [a, b] = [world.page('a'), world.page('b')]
  await world.advance(300)
  a.actions.willing({ way, pace })
  b.actions.willing({ way, pace })
  await world.advance(2_500)
  return { world, a, b }
}

interface Opening {
  readonly format?: FormatId
  readonly way?: Way
  readonly pace?: Pace
}

interface Opened {
  readonly world: World
  readonly a: Page
  readonly b: Page
}

/** Both are ready, and neither has a line to say. */
export async function comeBack(world: World, ...pages: readonly Page[]): Promise<void> {
  await world.advance(300)
  for (const page of pages) page.actions.reenter({ words: NO_WORDS, another: false })
  await world.advance(200)
}
