import {
  BEAT_EVERY_MS,
  type DeviceEffect,
  type DeviceInput,
  deviceStep,
  type Screen,
  type Seat,
  SILENCE_MS,
  type Snapshot,
  screenOf,
} from '@turnstone/check-in'
import type { Ack, Down, Utterance } from '@turnstone/protocol'
import { type Problem, problemOf } from '@/lib/errors'
import { isSame } from '@/lib/same'
import { createStore, type Store } from '@/lib/store'
import { answersOf } from './answers'
import { Attending } from './attending'
import type { RoomState } from './client'
import { doorOf, isGone } from './door-of'
import { endingOf } from './ending'
import type { Inside } from './inside'
import { keepingOf } from './keeping'
import { keptAnswersOf } from './kept-answers'
import { moreGivenBetween } from './more-given'
import { movesOf } from './moves'
import { OwnPauses, type Pressed } from './own-pauses'
import type { Ports } from './ports'
import { reenteringOf } from './reentering'
import { restingOf } from './resting'
import { ResumeProofs } from './resume-proofs'
import { type CommandBody, sendCommand } from './send-command'
import { initialState, type SessionState } from './session-state'
import { type Shown, shownOf } from './shown'
import { slipActionsOf } from './slip'
import { Speech } from './speech'
import { stillSince } from './still-since'
import { laterOf } from './through'
import { turnOf } from './turn-of'
import { unheard } from './unheard'
import { Utterances } from './utterances'
import type { CheckInActions, Unsent, VaultNow } from './view'
import { wordEpochsOf } from './word-epochs'

const TICK_MS = 250
/** Whether words may go out, by what this device shows. */
const FLOOR: Partial<Record<Screen['kind'], 'open' | 'held'>> = { live: 'open', held: 'held' }
const WAKING_MS = 1_500

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
  readonly #speech: Speech
  readonly #pauses: OwnPauses
  readonly #answers: ReturnType<typeof keptAnswersOf>
  readonly #words: ReturnType<typeof wordEpochsOf>
  readonly #attending: Attending
  readonly #resting: ReturnType<typeof restingOf>
  /** Who waits until it is known whether the keys are here. */
  readonly #keyless: (() => void)[] = []
  #state: SessionState = initialState
  #fetching: Promise<void> | null = null
  #stops: (() => void)[] = []
  #recorded = false

  constructor(ports: Ports) {
    this.#ports = ports
    this.#proofs = new ResumeProofs(ports.vault)
    this.#pauses = new OwnPauses(ports)
    this.#attending = new Attending(ports, () => this.#fetch())
    this.#utterances = new Utterances(ports.vault, (opened) => this.#set(opened))
    const room = {
      checkInId: () => this.#state.room?.checkInId ?? null,
      floor: () =>
        this.#state.gone ? 'stopped' : (FLOOR[screenOf(this.#state.device, ports.nowMs()).kind] ?? 'stopped'),
    }
    this.#speech = new Speech(ports, room, (unsent) => this.#set({ unsent }))
    this.shown = createStore(shownOf(this.#state, ports.nowMs()))
    const inside = this.#inside()
    this.#answers = keptAnswersOf(inside)
    this.#words = wordEpochsOf(inside)
    this.#resting = restingOf(inside)
    this.actions = {
      ...answersOf(inside),
      ...movesOf(inside),
      ...reenteringOf(inside),
      ...slipActionsOf(inside),
      ...this.#answers.actions,
      ...keepingOf(inside),
      send: (text) => this.#say(text, 'speech'),
      offerLine: (text) => this.#say(text, 'line'),
      bring: this.#resting.bring,
      takeBack: (key) => this.#speech.drop(key),
      pause: () => this.#press({ word: false, slippable: false }),
      pauseByKey: () => this.#press({ word: false, slippable: false }),
      pauseByGesture: () => this.#press({ word: false, slippable: true }),
      ourWord: () => this.#press({ word: true, slippable: false }),
      ourWordAloud: () => this.#press({ word: true, slippable: true }),
      ...endingOf(inside),
      retry: () => this.#retry(),
      another: () => ports.reload(),
    }
  }

  #inside(): Inside {
    return {
      ports: this.#ports,
      state: () => this.#state,
      set: (change) => this.#set(change),
      screen: () => screenOf(this.#state.device, this.#ports.nowMs()),
      command: (body, commandId) => this.#command(body, commandId),
      say: (text, turn) => this.#speech.say(text, turn),
      look: () => this.#fetch(),
      keysAreHere: () => this.#keysAreHere(),
      isShown: () => this.#stops.length > 0,
    }
  }

  /** Freezes first, if a pause was pressed before a reload; then asks how things stand. */
  start(): void {
    for (const pause of this.#ports.pending.load()) {
      this.#pauses.takeUp(pause)
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
        state: (state) => {
          this.#attending.connection(state)
          if (state === 'lost') this.#input({ type: 'linkLost' })
        },
        poke: ({ noun }) => noun === 'check-in' && void this.#fetch(),
        unknown: () => this.#input({ type: 'gotUnknown' }),
      }),
    ]
    void this.#fetch()
  }

  stop(): void {
    for (const stop of this.#stops) stop()
    this.#stops = []
    this.#attending.leave()
  }

  /** The page is shown again. Held from here until the server has said how things stand, before anything is painted. */
  wake(): void {
    this.#set({ checkingUntilMs: this.#ports.nowMs() + WAKING_MS })
    this.#input({ type: 'restored' })
  }

  setVault(vault: VaultNow): void {
    if (vault === this.#state.vault) return
    this.#set({ vault })
    if (vault === 'opening') return
    for (const told of this.#keyless.splice(0)) told()
    if (vault === 'locked') {
      this.#pauses.forgetReasons()
      this.#utterances.lock()
      return
    }
    this.#utterances.unlock()
    void this.#prepare()
    void this.#fetch()
  }

  // --- in -------------------------------------------------------------------------------------------------------

  #input(input: DeviceInput): void {
    const before = this.#state.device.latest?.snapshot
    const { device, effects } = deviceStep(this.#state.device, input, this.#ports.nowMs())
    const moreGivenIn = moreGivenBetween(before, device.latest?.snapshot) ?? this.#state.moreGivenIn
    this.#set({ device, moreGivenIn })
    this.#settle()
    for (const effect of effects) this.#run(effect)
  }

  /** What follows from a new state of the device. */
  #settle(): void {
    const { device, wordPressed } = this.#state
    this.#pauses.keepOnly(new Set(device.presses.map(({ commandId }) => commandId)))
    if (wordPressed && device.freeze === null) this.#set({ wordPressed: false })
    const screen = screenOf(device, this.#ports.nowMs())
    this.#set(stillSince(screen, this.#state, this.#ports.nowMs()))
    this.#resting.see()
    if (screen.kind === 'frozen' || screen.kind === 'ended') {
      this.#speech.stop()
      this.#answers.forget()
    }
    if (screen.kind === 'live') {
      this.#speech.goOn()
      this.#answers.goOn()
    }
    if (screen.kind === 'ended') this.#ended()
  }

  #takeChange({ fromSeq, snapshot, utterances, reasons }: Down<'change'>): void {
    const { seat } = this.#state.room ?? {}
    if (!seat) return
    this.#heard(utterances, seat)
    void this.#words.take(reasons)
    const known = this.#state.device.latest?.snapshot.seq ?? 0
    // Snapshots are whole, pieces of speech are not: a gap means that some were missed.
    if (fromSeq > known + 1) void this.#fetch()
    void this.#takeSnapshot(snapshot)
  }

  #heard(utterances: readonly Utterance[], mine: Seat): void {
    this.#utterances.add(utterances, mine)
    this.#speech.arrived(utterances.map(({ utteranceId }) => utteranceId))
  }

  /** Shows a snapshot to the device, with the vault's word on its resume. What stops needs no word, and gets no delay. */
  async #takeSnapshot(snapshot: Snapshot): Promise<void> {
    const { room, vault } = this.#state
    if (!room) return
    this.#set({ doing: null })
    if (!snapshot.plan.practice) this.#ports.noteBreak(snapshot.rules.cooldownMs)
    const { lastResume, phase } = snapshot
    if (lastResume === null || phase.kind === 'frozen' || phase.kind === 'ended') {
      this.#input({ type: 'gotSnapshot', snapshot, proof: 'absent' })
      return
    }
    if (vault !== 'open') {
      this.#set({ withheld: true })
      return
    }
    try {
      const holds = await this.#proofs.holds(lastResume, room)
      this.#set({ withheld: false })
      if (holds) this.#words.resumed(lastResume)
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
    const [pending] = this.#pauses.all()
    try {
      const state = await this.#ports.fetchCheckIn(this.#state.room?.checkInId ?? pending?.checkInId ?? null)
      await this.#takeState(state)
    } catch (thrown) {
      this.#fetchFailed(problemOf(thrown))
    }
  }

  #fetchFailed(problem: Problem): void {
    if (isGone(problem.code) && (this.#state.room || this.#pauses.all().length > 0)) {
      for (const { commandId } of this.#pauses.all())
        this.#input({ type: 'gotRefusal', commandId, refusal: { code: 'ended' } })
      this.#set({ gone: true })
      this.#speech.stop()
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
      this.#attending.show(checkInId)
      void this.#prepare()
    }
    const { comfortAnswered, backFrom, through } = state.mine
    this.#set({
      door: this.#state.door === 'tampered' ? 'tampered' : null,
      // A look that began before my answer was heard does not take it back.
      comfortAnswered: comfortAnswered || this.#state.comfortAnswered,
      backFrom: Math.max(backFrom ?? 0, this.#state.backFrom),
      through: laterOf(this.#state.through, through),
    })
    this.#heard(state.utterances, state.seat)
    void this.#words.take(state.reasons)
    await this.#takeSnapshot(state.snapshot)
  }

  #retry(): void {
    this.#set({ door: null })
    if (this.#state.device.version !== 'current') this.#ports.reload()
    else void this.#fetch()
  }

  /** The clock runs while both are here and in order: in touch, and with no pause of one's own unanswered. */
  #beat(): void {
    this.#attending.keepUp()
    const { room, device } = this.#state
    const isInTouch = device.heardAtMs !== null && this.#ports.nowMs() - device.heardAtMs < SILENCE_MS
    if (room && isInTouch && device.presses.length === 0) this.#ports.beat()
  }

  #keysAreHere(): Promise<boolean> {
    const { vault } = this.#state
    if (vault !== 'opening') return Promise.resolve(vault === 'open')
    return new Promise((resolve) => this.#keyless.push(() => resolve(this.#state.vault === 'open')))
  }

  /** What needs the key and must be there before it is needed. */
  async #prepare(): Promise<void> {
    const { room, vault } = this.#state
    if (!room || vault !== 'open') return
    this.#utterances.inCheckIn(room.checkInId)
    this.#resting.open(room.checkInId)
    try {
      await this.#pauses.sealReasons(room.checkInId)
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
  #press(how: Pressed): void {
    const { room } = this.#state
    if (!room) return
    const commandId = this.#pauses.press(room.checkInId, how)
    if (how.word) this.#set({ wordPressed: true })
    this.#input({ type: 'pressPause', commandId, slippable: how.slippable })
    this.#pauses.save()
    void this.#prepare()
  }

  #sendPause(commandId: string, over: 'socket' | 'both'): void {
    const shown = this.#state.room?.checkInId ?? null
    this.#pauses.send(commandId, over, shown, (ack) => this.#pauseAnswered(commandId, ack))
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

  async #command(body: CommandBody, commandId = this.#ports.newId()): Promise<Ack | null> {
    const { room } = this.#state
    return room && sendCommand(this.#ports, { checkInId: room.checkInId, commandId }, body)
  }

  #say(text: string, kind: Unsent['kind']): void {
    const turn = turnOf(this.#state.device.latest?.snapshot)
    if (turn !== null) void this.#speech.say(text, turn, kind)
  }

  #ended(): void {
    if (this.#recorded) return
    this.#recorded = true
    const last = this.#state.device.latest?.snapshot
    this.#utterances.keepMine()
    this.#set({ ending: 'no' })
    if (!last || last.openedAtMs === null || last.plan.practice) return
    this.#set({ recording: 'keeping' })
    this.#resting.over(last)
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
