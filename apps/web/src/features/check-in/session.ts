import {
  BEAT_EVERY_MS,
  type DeviceEffect,
  type DeviceInput,
  deviceStep,
  SILENCE_MS,
  type Snapshot,
  screenOf,
} from '@turnstone/check-in'
import { type Ack, type Down, PROTOCOL_VERSION, type UpCommand } from '@turnstone/protocol'
import { ApiError, type Problem, problemOf } from '@/lib/errors'
import { createStore, type Store } from '@/lib/store'
import type { RoomState } from './client'
import { doorOf, isGone } from './door-of'
import type { PendingPause } from './pending-pauses'
import type { Ports } from './ports'
import { ResumeProofs } from './resume-proofs'
import { initialState, type SessionState } from './session-state'
import { Utterances } from './utterances'
import type { CheckInActions, CheckInView, Ending } from './view'
import { viewOf } from './view-of'

const TICK_MS = 250
const WAKING_MS = 1_500
const END_AGAIN_MS = 3_000

/** What the page shows. */
export interface Shown {
  readonly view: CheckInView
  readonly me: 'a' | 'b'
  readonly ending: Ending
}

type Unaddressed<C> = C extends UpCommand ? Omit<C, 'v' | 'commandId' | 'checkInId'> : never

/**
 * One page's part in a check-in. The device reducer of `@turnstone/check-in` decides what may be shown; here its inputs
 * come in and its effects go out, in one place, and nothing is resumed that the vault has not verified.
 */
export class CheckInSession {
  readonly shown: Store<Shown>
  readonly actions: CheckInActions
  readonly #ports: Ports
  readonly #proofs: ResumeProofs
  readonly #utterances: Utterances
  #state: SessionState = initialState
  /** Pauses of this device by command id, with the reason that goes along. */
  #pauses = new Map<string, PendingPause>()
  /** Sealed ahead, so that a press waits for nothing. */
  #reasons: { readonly pause: string; readonly word: string } | null = null
  #fetching: Promise<void> | null = null
  #stops: (() => void)[] = []
  #recorded = false

  constructor(ports: Ports) {
    this.#ports = ports
    this.#proofs = new ResumeProofs(ports.vault)
    this.#utterances = new Utterances(ports.vault, (said) => this.#set({ said }))
    this.shown = createStore(shownOf(this.#state, ports.nowMs()))
    this.actions = {
      willing: () => void this.#answerToday('willing'),
      notToday: () => void this.#answerToday('notToday'),
      askAgain: () => this.#set({ willing: 'asked' }),
      send: (text) => void this.#say(text),
      takeBack: (key) => this.#set({ unsent: this.#state.unsent.filter((piece) => piece.key !== key) }),
      pass: () => void this.#pass(),
      pause: () => this.#press('pause'),
      ourWord: () => this.#press('word'),
      ready: () => void this.#answerReady('ready'),
      notYet: () => void this.#answerReady('notYet'),
      end: () => void this.#end(),
      retry: () => this.#retry(),
    }
  }

  /** Freezes first, if a pause was pressed before a reload; then asks how things stand. */
  start(): void {
    const waiting = this.#ports.pending.load()
    for (const pause of waiting) {
      this.#pauses.set(pause.commandId, pause)
      if (pause.word) this.#set({ wordPressed: true })
      this.#input({ type: 'pressPause', commandId: pause.commandId })
    }
    this.#stops = [
      this.#ports.every(TICK_MS, () => this.#input({ type: 'tick' })),
      this.#ports.every(BEAT_EVERY_MS, () => this.#beat()),
      this.#ports.listen({
        hold: ({ checkInId, commandId }) => this.#ifHere(checkInId, () => this.#input({ type: 'gotHold', commandId })),
        change: (change) => this.#ifHere(change.checkInId, () => this.#takeChange(change)),
        beat: ({ checkInId, seq }) => this.#ifHere(checkInId, () => this.#input({ type: 'gotBeat', seq })),
        state: (state) =>
          state === 'connected' ? void this.#attend() : state === 'lost' && this.#input({ type: 'linkLost' }),
        unknown: () => this.#input({ type: 'gotUnknown' }),
      }),
    ]
    void this.#fetch()
  }

  stop(): void {
    for (const stop of this.#stops) stop()
    this.#stops = []
    const { room } = this.#state
    if (room)
      void this.#ports.attend({ v: PROTOCOL_VERSION, commandId: this.#ports.newId(), checkInId: null }).catch(unheard)
  }

  /** The page is shown again. Held from here until the server has said how things stand, before anything is painted. */
  wake(): void {
    this.#set({ checkingUntilMs: this.#ports.nowMs() + WAKING_MS })
    this.#input({ type: 'restored' })
  }

  setVault(vault: 'open' | 'locked'): void {
    if (vault === this.#state.vault) return
    this.#set({ vault })
    if (vault === 'locked') {
      this.#reasons = null
      this.#utterances.lock()
      return
    }
    this.#utterances.unlock()
    void this.#prepare()
    void this.#fetch()
  }

  // --- in -------------------------------------------------------------------------------------------------------

  #input(input: DeviceInput): void {
    const { device, effects } = deviceStep(this.#state.device, input, this.#ports.nowMs())
    this.#set({ device })
    this.#settle()
    for (const effect of effects) this.#run(effect)
  }

  /** What follows from a new state of the device. */
  #settle(): void {
    const { device, wordPressed, unsent } = this.#state
    this.#forgetSettledPauses()
    if (wordPressed && device.freeze === null) this.#set({ wordPressed: false })
    const screen = screenOf(device, this.#ports.nowMs())
    // What waited for the connection is not sent after a pause: its author decides again.
    const stopped = screen.kind === 'frozen' || screen.kind === 'ended'
    if (stopped && unsent.some(({ state }) => state !== 'returned')) {
      this.#set({ unsent: unsent.map((piece) => ({ ...piece, state: 'returned' as const })) })
    }
    if (screen.kind === 'live') for (const piece of unsent) if (piece.state === 'waiting') void this.#deliver(piece.key)
    if (screen.kind === 'ended') this.#ended()
  }

  #forgetSettledPauses(): void {
    const open = new Set(this.#state.device.presses.map(({ commandId }) => commandId))
    const before = this.#pauses.size
    for (const commandId of this.#pauses.keys()) if (!open.has(commandId)) this.#pauses.delete(commandId)
    if (this.#pauses.size !== before) this.#ports.pending.save([...this.#pauses.values()])
  }

  #takeChange({ fromSeq, snapshot, utterances, reasons }: Down<'change'>): void {
    const { seat } = this.#state.room ?? {}
    if (!seat) return
    this.#utterances.add(utterances, seat)
    void this.#takeReasons(reasons)
    const known = this.#state.device.latest?.snapshot.seq ?? 0
    // Snapshots are whole, pieces of speech are not: a gap means that some were missed.
    if (fromSeq > known + 1) void this.#fetch()
    void this.#takeSnapshot(snapshot)
  }

  async #takeReasons(reasons: Down<'change'>['reasons']): Promise<void> {
    const { room, vault } = this.#state
    if (!room || vault === 'locked') return
    for (const { freezeEpoch, envelope } of reasons) {
      if (this.#state.wordEpochs.includes(freezeEpoch)) continue
      try {
        const { reason } = await this.#ports.vault.openReason({ checkInId: room.checkInId, envelope })
        if (reason === 'word') this.#set({ wordEpochs: [...this.#state.wordEpochs, freezeEpoch] })
      } catch (thrown) {
        // A reason that cannot be read is a pause without one; the freeze does not depend on it.
        unheard(thrown)
      }
    }
  }

  /** Shows a snapshot to the device, with the vault's word on its resume. What stops needs no word, and gets no delay. */
  async #takeSnapshot(snapshot: Snapshot): Promise<void> {
    const { room, vault } = this.#state
    if (!room) return
    this.#set({ passing: null })
    const { lastResume, phase } = snapshot
    if (lastResume === null || phase.kind === 'frozen' || phase.kind === 'ended') {
      this.#input({ type: 'gotSnapshot', snapshot, proof: 'absent' })
      return
    }
    if (vault === 'locked') {
      this.#set({ withheld: true })
      return
    }
    try {
      const holds = await this.#proofs.holds(lastResume, room)
      this.#set({ withheld: false })
      this.#input({ type: 'gotSnapshot', snapshot, proof: holds ? 'valid' : 'invalid' })
    } catch (thrown) {
      // The vault was busy opening its keys. The next beat says that there is something to ask for.
      unheard(thrown)
    }
  }

  // --- asking how things stand ----------------------------------------------------------------------------------

  #fetch(): Promise<void> {
    this.#fetching ??= this.#ask().finally(() => {
      this.#fetching = null
    })
    return this.#fetching
  }

  async #ask(): Promise<void> {
    const pending = [...this.#pauses.values()][0]
    try {
      const state = await this.#ports.fetchCheckIn(this.#state.room?.checkInId ?? pending?.checkInId ?? null)
      await this.#takeState(state)
    } catch (thrown) {
      this.#fetchFailed(problemOf(thrown))
    }
  }

  #fetchFailed(problem: Problem): void {
    if (isGone(problem.code) && (this.#state.room || this.#pauses.size > 0)) {
      for (const commandId of this.#pauses.keys())
        this.#input({ type: 'gotRefusal', commandId, refusal: { code: 'ended' } })
      this.#set({ gone: true })
      return
    }
    const hasRoom = this.#state.device.latest !== null
    // In a room, a fetch that failed is silence: the device is held and asks again.
    if (!hasRoom || problem.code === 'signed_out') this.#set({ door: doorOf(problem.code) })
  }

  async #takeState(state: RoomState): Promise<void> {
    if (!this.#state.room) {
      const { checkInId, seat, agreementHash } = state
      this.#set({ room: { checkInId, seat, agreementHash } })
      void this.#attend()
      void this.#prepare()
    }
    this.#set({ door: this.#state.door === 'tampered' ? 'tampered' : null })
    this.#utterances.add(state.utterances, state.seat)
    void this.#takeReasons(state.reasons)
    await this.#takeSnapshot(state.snapshot)
  }

  #retry(): void {
    this.#set({ door: null })
    if (this.#state.device.version !== 'current') this.#ports.reload()
    else void this.#fetch()
  }

  /** Says that this device shows the check-in; from then on it gets its beats. */
  async #attend(): Promise<void> {
    const { room } = this.#state
    if (!room) return
    try {
      const ack = await this.#ports.attend({
        v: PROTOCOL_VERSION,
        commandId: this.#ports.newId(),
        checkInId: room.checkInId,
      })
      if (!ack.ok && ack.error.code === 'not_linked') await this.#ports.reconnect()
      else if (ack.ok) await this.#fetch()
    } catch (thrown) {
      unheard(thrown)
    }
  }

  /** The clock runs while both are here and in order: in touch, and with no pause of one's own unanswered. */
  #beat(): void {
    const { room, device } = this.#state
    const isInTouch = device.heardAtMs !== null && this.#ports.nowMs() - device.heardAtMs < SILENCE_MS
    if (room && isInTouch && device.presses.length === 0) this.#ports.beat()
  }

  /** What needs the key and must be there before it is needed. */
  async #prepare(): Promise<void> {
    const { room, vault } = this.#state
    if (!room || vault === 'locked') return
    this.#utterances.inCheckIn(room.checkInId)
    try {
      this.#reasons = await this.#ports.vault.sealReasons({ checkInId: room.checkInId })
      if (!(await this.#ports.isGenuineAgreement(room.agreementHash, room.seat))) this.#set({ door: 'tampered' })
    } catch (thrown) {
      unheard(thrown)
    }
  }

  // --- out ------------------------------------------------------------------------------------------------------

  #run(effect: DeviceEffect): void {
    switch (effect.type) {
      case 'sendPause':
        this.#sendPause(effect.commandId, effect.over)
        break
      case 'fetchSnapshot':
        void this.#fetch()
        break
      case 'reload':
        this.#ports.reload()
        break
    }
  }

  /** The local freeze comes before everything else in here, and before any wait. */
  #press(why: 'pause' | 'word'): void {
    const { room } = this.#state
    if (!room) return
    const commandId = this.#ports.newId()
    const reason = this.#reasons?.[why] ?? null
    this.#pauses.set(commandId, { checkInId: room.checkInId, commandId, reason, word: why === 'word' })
    if (why === 'word') this.#set({ wordPressed: true })
    this.#input({ type: 'pressPause', commandId })
    this.#ports.pending.save([...this.#pauses.values()])
    void this.#prepare()
  }

  #sendPause(commandId: string, over: 'socket' | 'both'): void {
    const mine = this.#pauses.get(commandId)
    const checkInId = mine?.checkInId ?? this.#state.room?.checkInId
    if (!checkInId) return
    // A pause that somebody else pressed and could not deliver goes out with a reason too: its size tells nothing.
    const reason = mine ? mine.reason : (this.#reasons?.pause ?? null)
    const command = {
      v: PROTOCOL_VERSION,
      commandId,
      checkInId,
      type: 'pause',
      ...(reason !== null && { reason }),
    } as const
    const { sendOverSocket, sendOverHttp } = this.#ports
    for (const send of over === 'both' ? [sendOverSocket, sendOverHttp] : [sendOverSocket]) {
      send(command).then((ack) => this.#pauseAnswered(commandId, ack), unheard)
    }
  }

  #pauseAnswered(commandId: string, ack: Ack): void {
    if (ack.ok) {
      if (ack.seq !== undefined)
        this.#input({ type: 'gotAck', commandId, outcome: { kind: 'committed', seq: ack.seq } })
      return
    }
    // Anything but "it is over" is no answer: the device sends it again.
    if (ack.error.code === 'ended' || isGone(ack.error.code)) {
      this.#input({ type: 'gotRefusal', commandId, refusal: { code: 'ended' } })
    }
  }

  /** Any other command: over the socket, and over HTTP when nothing was heard. Null when neither answered. */
  async #command(command: Unaddressed<UpCommand>, commandId = this.#ports.newId()): Promise<Ack | null> {
    const { room } = this.#state
    if (!room) return null
    const addressed = { v: PROTOCOL_VERSION, commandId, checkInId: room.checkInId, ...command } as UpCommand
    for (const send of [this.#ports.sendOverSocket, this.#ports.sendOverHttp]) {
      try {
        return await send(addressed)
      } catch (thrown) {
        unheard(thrown)
      }
    }
    return null
  }

  async #answerToday(type: 'willing' | 'notToday'): Promise<void> {
    this.#set({ willing: 'sending' })
    const ack = await this.#command({ type })
    this.#set({ willing: ack?.ok || ack?.error.code === 'already_open' ? 'kept' : 'failed' })
  }

  async #answerReady(type: 'ready' | 'notYet'): Promise<void> {
    const screen = screenOf(this.#state.device, this.#ports.nowMs())
    const { room, vault } = this.#state
    if (!room || screen.kind !== 'frozen' || screen.epoch === null) return
    const { epoch } = screen
    if (type === 'ready' && (vault === 'locked' || this.#state.door === 'tampered')) return
    this.#set({ ready: { epoch, state: 'sending' } })
    const ack = await this.#command(type === 'ready' ? await this.#signedReady(room, epoch) : { type })
    const state = ack?.ok ? 'kept' : 'failed'
    // A pause in the meantime has voided this answer; the screen then asks anew.
    if (this.#state.ready.epoch === epoch) this.#set({ ready: { epoch, state } })
  }

  async #signedReady({ checkInId, agreementHash }: { checkInId: string; agreementHash: string }, freezeEpoch: number) {
    const { signature } = await this.#ports.vault.signReady({ checkInId, freezeEpoch, agreementHash })
    return { type: 'ready' as const, freezeEpoch, signature }
  }

  async #pass(): Promise<void> {
    const screen = screenOf(this.#state.device, this.#ports.nowMs())
    if (screen.kind !== 'live') return
    const { turn } = screen.floor
    this.#set({ passing: { turn, state: 'sending' } })
    const ack = await this.#command({ type: 'pass', turn })
    if (!ack?.ok) this.#set({ passing: { turn, state: 'failed' } })
  }

  async #say(text: string): Promise<void> {
    const screen = screenOf(this.#state.device, this.#ports.nowMs())
    if (screen.kind !== 'live') return
    const key = this.#ports.newId()
    const piece = { key, text, state: 'waiting', turn: screen.floor.turn, commandId: this.#ports.newId() } as const
    this.#set({ unsent: [...this.#state.unsent, piece] })
    await this.#deliver(key)
  }

  async #deliver(key: string): Promise<void> {
    const { room, unsent } = this.#state
    const piece = unsent.find((one) => one.key === key)
    if (!room || piece?.state !== 'waiting') return
    this.#mark(key, 'sending')
    try {
      const at = { checkInId: room.checkInId, utteranceId: key, turn: piece.turn }
      const { envelope } = await this.#ports.vault.sealUtterance({ ...at, text: piece.text })
      const isStillLive = screenOf(this.#state.device, this.#ports.nowMs()).kind === 'live'
      if (!isStillLive) return this.#mark(key, 'returned')
      const ack = await this.#command({ type: 'utter', turn: piece.turn, utteranceId: key, envelope }, piece.commandId)
      if (ack?.ok) return this.#drop(key)
      this.#mark(key, ack ? 'returned' : 'waiting')
    } catch (thrown) {
      unheard(thrown)
      this.#mark(key, 'returned')
    }
  }

  #mark(key: string, state: 'sending' | 'waiting' | 'returned'): void {
    const { unsent } = this.#state
    const already = unsent.find((piece) => piece.key === key)
    if (!already || already.state === 'returned') return
    this.#set({ unsent: unsent.map((piece) => (piece.key === key ? { ...piece, state } : piece)) })
  }

  #drop(key: string): void {
    this.#set({ unsent: this.#state.unsent.filter((piece) => piece.key !== key) })
  }

  /** One person's, final; tried until it is heard. */
  async #end(commandId = this.#ports.newId()): Promise<void> {
    this.#set({ ending: 'sending' })
    const ack = await this.#command({ type: 'end' }, commandId)
    if (ack?.ok || ack?.error.code === 'ended') {
      await this.#fetch()
      return
    }
    this.#set({ ending: 'failed' })
    const again = this.#ports.every(END_AGAIN_MS, () => {
      again()
      if (this.#stops.length > 0) void this.#end(commandId)
    })
  }

  #ended(): void {
    if (this.#recorded) return
    this.#recorded = true
    const opened = this.#state.device.latest?.snapshot.openedAtMs
    this.#set({ said: [], unsent: [], ending: 'no' })
    if (opened === null || opened === undefined) return
    this.#set({ recording: 'keeping' })
    this.#ports.recordEnded().then((recording) => this.#set({ recording }), unheard)
  }

  #ifHere(checkInId: string | null, work: () => void): void {
    if (this.#state.room !== null && checkInId === this.#state.room.checkInId) work()
  }

  #set(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change }
    const next = shownOf(this.#state, this.#ports.nowMs())
    if (!isSame(next, this.shown.get())) this.shown.set(next)
  }
}

const shownOf = (state: SessionState, nowMs: number): Shown => ({
  view: viewOf(state, nowMs),
  me: state.room?.seat ?? 'a',
  ending: state.ending,
})

/** Same in all its parts; equal parts that are the same object are not looked into. */
function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [entries, others] = [Object.entries(one), Object.entries(other)]
  const of = other as Record<string, unknown>
  return entries.length === others.length && entries.every(([name, value]) => name in of && isSame(value, of[name]))
}

/** Silence of the network or of the vault is an answer of its own here; a mistake of ours is not, and surfaces. */
function unheard(thrown: unknown): void {
  if (thrown instanceof ApiError || problemOf(thrown).code !== 'unexpected') return
  throw thrown
}
