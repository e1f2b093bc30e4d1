import {
  BEAT_EVERY_MS,
  type CheckInEvent,
  type Command,
  type Device,
  type DeviceInput,
  deviceStep,
  type Instant,
  invariantProblems,
  mayBeat,
  newCheckIn,
  newDevice,
  type Outcome,
  type PartnerCommand,
  type Plan,
  type Receipt,
  type ResumeProof,
  type Rules,
  type Screen,
  type Seat,
  SILENCE_MS,
  type Snapshot,
  screenOf,
  transition,
  viewOf,
} from '../src/index.ts'
import { wishesAt } from './people.ts'
import { chance } from './seed.ts'
import { PLAN, turnOf } from './support.ts'

export const STEP_MS = 25
const RULES: Rules = { cooldownMs: 4000, turnMs: 6000, graceMs: 1000, breathMs: 500 }
/** Short enough that some storms get to the closing. */
const AGENDA: Plan = {
  ...PLAN,
  turns: PLAN.turns.slice(0, 4).map((one, index) => ({ ...one, turnMs: RULES.turnMs, reflection: index > 1 })),
}
export const BREATHER_MS = 2500
/** An offer of `a`, with a breather that is shorter than the break. */
const SHORTER: Plan = {
  ...AGENDA,
  minutes: 5,
  repair: { by: 'a', breatherMs: BREATHER_MS, done: 0 },
  turns: AGENDA.turns.slice(1, 3),
}
const LATENCY_MS = { least: 20, spread: 180 }

export interface Weather {
  readonly devicesEach: 1 | 2
  /** Single messages get lost, besides whole links. */
  readonly loss: number
  readonly crashes: boolean
  /** Somebody sends forged states that claim a resume. */
  readonly forging: boolean
  readonly outdating: boolean
}

export interface Phone {
  readonly name: string
  readonly seat: Seat
  device: Device
  linked: boolean
  linkChangedAtMs: number
  outdated: boolean
  lastBeatMs: number
}

interface Press {
  readonly commandId: string
  readonly phone: Phone
  readonly atMs: number
  readonly slippable: boolean
}

type Up =
  | { readonly type: 'beat' }
  | { readonly type: 'fetch' }
  | { readonly type: 'command'; readonly commandId: string; readonly command: PartnerCommand }

interface Letter {
  readonly atMs: number
  readonly phone: Phone
  readonly mail: { readonly up: Up } | { readonly down: DeviceInput }
}

/** The two statements are never the same bytes. */
const signatureOf = (seat: Seat, { of, freezeEpoch, rung }: Omit<ResumeProof, 'signatures'>): string =>
  of === 'slip' ? `${seat} slips ${freezeEpoch}` : `${seat} signs ${freezeEpoch} ${rung}`

/**
 * Two partners' devices, a server and the network between them, all from one seed: latency, reordering, duplicates,
 * losses, cut links, a server that dies between a hold and its commit and comes back with another wall clock.
 */
export class World {
  nowMs = 0
  readonly phones: Phone[]
  readonly presses: Press[] = []
  readonly committed: { readonly atMs: number; readonly event: CheckInEvent; readonly commandId: string | null }[] = []
  /** When the server's clock leapt: with each crash. */
  readonly leaps: number[] = []
  readonly #weather: Weather
  readonly #chance: ReturnType<typeof chance>
  readonly #receipts = new Map<string, Receipt>()
  readonly #signed = new Set<string>()
  readonly #lastHeard = new Map<Phone, number>()
  #letters: Letter[] = []
  #commits: { readonly atMs: number; readonly phone: Phone; readonly commandId: string; readonly slippable?: true }[] =
    []
  #checkIn = newCheckIn({ rules: RULES, starter: 'a', plan: AGENDA })
  #boot = { count: 1, atMs: 0, wallAheadMs: 0 }
  #downUntilMs = 0
  #ids = 0
  #calm = false

  constructor(seed: number, weather: Weather) {
    this.#weather = weather
    this.#chance = chance(seed)
    const names = weather.devicesEach === 1 ? ['a1', 'b1'] : ['a1', 'a2', 'b1', 'b2']
    this.phones = names.map((name) => ({
      name,
      seat: name.startsWith('a') ? 'a' : 'b',
      device: newDevice(),
      linked: true,
      linkChangedAtMs: Number.NEGATIVE_INFINITY,
      outdated: false,
      lastBeatMs: Number.NEGATIVE_INFINITY,
    }))
  }

  get seq(): number {
    return this.#checkIn.room.seq
  }

  screen(phone: Phone): Screen {
    return screenOf(phone.device, this.nowMs)
  }

  /** One step of everything; `look` sees the world after it. */
  run(forMs: number, look: (world: World) => void): this {
    for (const untilMs = this.nowMs + forMs; this.nowMs < untilMs; ) {
      this.nowMs += STEP_MS
      if (!this.#calm) this.#stir()
      this.#deliver()
      this.#serve()
      for (const phone of this.phones) this.#live(phone)
      look(this)
    }
    return this
  }

  /** The network heals and nobody does anything any more. */
  calmDown(): this {
    this.#calm = true
    for (const phone of this.phones) this.#link(phone, true)
    return this
  }

  press(phone: Phone, slippable = false): void {
    const commandId = this.#id()
    if (this.screen(phone).kind !== 'ended') this.presses.push({ commandId, phone, atMs: this.nowMs, slippable })
    this.#hear(phone, { type: 'pressPause', commandId, slippable })
  }

  // What goes wrong.

  #perSecond(times: number): boolean {
    return this.#chance.is((times * STEP_MS) / 1000)
  }

  #stir(): void {
    for (const phone of this.phones) {
      if (this.#perSecond(phone.linked ? 0.08 : 0.3)) this.#link(phone, !phone.linked)
      if (this.#weather.outdating && this.#perSecond(0.01)) {
        phone.outdated = true
        this.#hear(phone, { type: 'gotUnknown' })
      }
      if (this.#weather.forging && this.#perSecond(1)) this.#forge(phone)
    }
    if (this.#weather.crashes && this.nowMs >= this.#downUntilMs && this.#perSecond(0.1)) this.#crash()
  }

  #link(phone: Phone, linked: boolean): void {
    if (phone.linked === linked) return
    phone.linked = linked
    phone.linkChangedAtMs = this.nowMs
    if (linked) this.#hear(phone, { type: 'linkUp' })
    else if (this.#chance.is(0.5)) this.#hear(phone, { type: 'linkLost' })
  }

  #crash(): void {
    this.#apply({ by: 'server', command: { type: 'presence', present: { a: false, b: false } } })
    this.#commits = []
    this.#lastHeard.clear()
    this.leaps.push(this.nowMs)
    this.#downUntilMs = this.nowMs + 200 + this.#chance.upTo(2500)
    this.#boot = { count: this.#boot.count + 1, atMs: this.nowMs, wallAheadMs: this.#chance.upTo(3_600_000) }
  }

  /** A state that claims to have moved on, signed by nobody or for an older freeze. */
  #forge(phone: Phone): void {
    const { freezeEpoch } = this.#checkIn.room
    if (freezeEpoch === 0) return
    const snapshot: Snapshot = {
      ...viewOf(this.#checkIn, this.#instant()),
      seq: this.seq + 1 + this.#chance.upTo(3),
      phase: { kind: 'running', floor: turnOf('a', 1, 1000), clock: 'running' },
      lastResume:
        this.#chance.pick<Snapshot['lastResume']>([
          null,
          { of: 'ready', freezeEpoch, rung: 0, signatures: { a: 'forged', b: 'forged' } },
          { of: 'slip', freezeEpoch, rung: 0, signatures: { a: 'forged', b: 'forged' } },
          // What one of them signed, twice; and what was signed for going on, as a slip.
          {
            of: 'slip',
            freezeEpoch,
            rung: 0,
            signatures: { a: `a slips ${freezeEpoch}`, b: `a slips ${freezeEpoch}` },
          },
          {
            of: 'slip',
            freezeEpoch,
            rung: 0,
            signatures: { a: `a signs ${freezeEpoch} 0`, b: `b signs ${freezeEpoch} 0` },
          },
          {
            of: 'slip',
            freezeEpoch,
            rung: 0,
            signatures: { a: `a slips ${freezeEpoch - 1}`, b: `b slips ${freezeEpoch - 1}` },
          },
          {
            of: 'ready',
            freezeEpoch: freezeEpoch - 1,
            rung: 0,
            signatures: { a: `a signs ${freezeEpoch - 1} 0`, b: `b signs ${freezeEpoch - 1} 0` },
          },
        ]) ?? null,
    }
    this.#down(phone, this.#asInput(snapshot))
  }

  // The network.

  #post(phone: Phone, mail: Letter['mail']): void {
    if (!phone.linked || (!this.#calm && this.#chance.is(this.#weather.loss))) return
    for (let copies = !this.#calm && this.#chance.is(0.1) ? 2 : 1; copies > 0; copies -= 1) {
      const atMs = this.nowMs + LATENCY_MS.least + this.#chance.upTo(LATENCY_MS.spread)
      this.#letters.push({ atMs, phone, mail })
    }
  }

  #down(phone: Phone, down: DeviceInput): void {
    this.#post(phone, { down })
  }

  #deliver(): void {
    const due = this.#letters.filter(({ atMs }) => atMs <= this.nowMs)
    this.#letters = this.#letters.filter(({ atMs }) => atMs > this.nowMs)
    for (const { phone, mail } of due) {
      if (!phone.linked) continue
      if ('down' in mail) this.#hear(phone, mail.down)
      else if (this.nowMs >= this.#downUntilMs) this.#receive(phone, mail.up)
    }
  }

  // The server.

  #instant(): Instant {
    return {
      wallMs: 1_700_000_000_000 + this.nowMs + this.#boot.wallAheadMs,
      monotonicMs: this.nowMs - this.#boot.atMs,
      bootId: `boot-${this.#boot.count}`,
    }
  }

  #serve(): void {
    if (this.nowMs < this.#downUntilMs) return
    const due = this.#commits.filter(({ atMs }) => atMs <= this.nowMs)
    this.#commits = this.#commits.filter(({ atMs }) => atMs > this.nowMs)
    for (const { phone, commandId, slippable } of due) this.#command(phone, commandId, { type: 'pause', slippable })

    const here = (seat: Seat): boolean =>
      this.phones.some(
        (phone) => phone.seat === seat && this.nowMs - (this.#lastHeard.get(phone) ?? -SILENCE_MS) < SILENCE_MS,
      )
    this.#apply({ by: 'server', command: { type: 'presence', present: { a: here('a'), b: here('b') } } })
    if (this.nowMs % BEAT_EVERY_MS === 0) {
      for (const phone of this.phones) this.#down(phone, { type: 'gotBeat', seq: this.seq })
    }
  }

  #receive(phone: Phone, up: Up): void {
    switch (up.type) {
      case 'beat':
        this.#lastHeard.set(phone, this.nowMs)
        return
      case 'fetch':
        this.#down(phone, this.#asInput(viewOf(this.#checkIn, this.#instant())))
        return
      case 'command':
        if (up.command.type === 'pause') this.#holdThenCommit(phone, up.commandId, up.command.slippable)
        else this.#command(phone, up.commandId, up.command)
    }
  }

  #holdThenCommit(phone: Phone, commandId: string, slippable?: true): void {
    for (const other of this.phones) {
      if (other !== phone) this.#down(other, { type: 'gotHold', commandId })
    }
    this.#commits.push({ atMs: this.nowMs + this.#chance.upTo(60), phone, commandId, ...(slippable && { slippable }) })
  }

  #command(phone: Phone, commandId: string, command: PartnerCommand): void {
    const outcome = this.#apply({ by: phone.seat, commandId, command })
    this.#down(phone, { type: 'gotAck', commandId, outcome })
  }

  #apply(command: Command): Outcome {
    const before = this.#checkIn
    const commandId = command.by === 'server' ? null : command.commandId
    const receipt = commandId === null ? null : (this.#receipts.get(commandId) ?? null)
    const step = transition(before, command, this.#instant(), receipt)
    const problems = invariantProblems(before, step, command)
    if (problems.length > 0) throw new Error(problems.join('; '))

    this.#checkIn = step.checkIn
    if (commandId !== null && step.outcome.kind !== 'refused') this.#receipts.set(commandId, step.outcome)
    for (const { event } of step.events) this.committed.push({ atMs: this.nowMs, event, commandId })
    if (step.events.length > 0) {
      for (const phone of this.phones) this.#down(phone, this.#asInput(viewOf(this.#checkIn, this.#instant())))
    }
    return step.outcome
  }

  // The phones and the people.

  #asInput(snapshot: Snapshot): DeviceInput {
    const proof = snapshot.lastResume
    const isSigned = (seat: Seat): boolean =>
      proof !== null && proof.signatures[seat] === signatureOf(seat, proof) && this.#signed.has(proof.signatures[seat])
    const verdict = proof === null ? 'absent' : isSigned('a') && isSigned('b') ? 'valid' : 'invalid'
    return { type: 'gotSnapshot', snapshot, proof: verdict }
  }

  #hear(phone: Phone, input: DeviceInput): void {
    const step = deviceStep(phone.device, input, this.nowMs)
    phone.device = step.device
    for (const effect of step.effects) {
      if (effect.type === 'fetchSnapshot') this.#post(phone, { up: { type: 'fetch' } })
      if (effect.type !== 'sendPause') continue
      const isMaybe = this.presses.some(
        (press) => press.commandId === effect.commandId && press.phone === phone && press.slippable,
      )
      const command: PartnerCommand = isMaybe ? { type: 'pause', slippable: true } : { type: 'pause' }
      const up: Up = { type: 'command', commandId: effect.commandId, command }
      this.#post(phone, { up })
      if (effect.over === 'both') this.#post(phone, { up })
    }
  }

  #live(phone: Phone): void {
    this.#hear(phone, { type: 'tick' })
    if (this.nowMs - phone.lastBeatMs >= BEAT_EVERY_MS && mayBeat(phone.device)) {
      phone.lastBeatMs = this.nowMs
      this.#post(phone, { up: { type: 'beat' } })
    }
    if (!this.#calm) this.#act(phone)
  }

  #act(phone: Phone): void {
    const screen = this.screen(phone)
    if (this.#perSecond(screen.kind === 'frozen' ? 0.02 : 0.1)) this.press(phone, this.#chance.is(0.5))
    if (this.#perSecond(0.003)) this.#ask(phone, { type: 'end' })
    for (const { perSecond, command } of wishesAt(screen, phone.seat, SHORTER, () => this.#id())) {
      if (this.#perSecond(perSecond)) this.#ask(phone, command)
    }
    if (screen.kind === 'frozen' && screen.cooldownLeftMs === 0 && screen.epoch !== null && this.#perSecond(1)) {
      const { epoch, rung } = screen
      const signature = this.#sign(phone.seat, { of: 'ready', freezeEpoch: epoch, rung })
      this.#ask(phone, { type: 'ready', freezeEpoch: epoch, rung, signature })
    }
    if (screen.kind === 'frozen' && screen.slip.kind !== 'none' && screen.epoch !== null && this.#perSecond(1)) {
      const { epoch: freezeEpoch, slip } = screen
      if (slip.kind === 'called' && slip.by === phone.seat) return
      const signature = this.#sign(phone.seat, { of: 'slip', freezeEpoch, rung: 0 })
      this.#ask(phone, { type: 'slip', freezeEpoch, signature })
    }
  }

  #sign(seat: Seat, what: Omit<ResumeProof, 'signatures'>): string {
    const signature = signatureOf(seat, what)
    this.#signed.add(signature)
    return signature
  }

  #ask(phone: Phone, command: PartnerCommand): void {
    this.#post(phone, { up: { type: 'command', commandId: this.#id(), command } })
  }

  #id(): string {
    this.#ids += 1
    return `id-${this.#ids}`
  }
}
