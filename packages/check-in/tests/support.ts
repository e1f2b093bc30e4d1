import {
  type CheckIn,
  type Command,
  type Instant,
  invariantProblems,
  newCheckIn,
  type PartnerCommand,
  type Phase,
  type Plan,
  type PlannedTurn,
  type Receipt,
  type Rules,
  type Seat,
  type Step,
  type Turn,
  transition,
} from '../src/index.ts'

export const RULES: Rules = { cooldownMs: 300_000, turnMs: 60_000, graceMs: 10_000, breathMs: 5000 }

function planned(by: PlannedTurn['by'], more: Partial<PlannedTurn> = {}): PlannedTurn {
  return { by, steps: ['step'], turnMs: RULES.turnMs, reflection: false, ...more }
}

const EACH = [planned('starter'), planned('other')]

/** Four turns each; at the table fewer and longer ones. */
export const PLAN: Plan = {
  format: 'trial',
  minutes: 10,
  practice: false,
  repair: null,
  turns: [...EACH, ...EACH, ...EACH, ...EACH],
  tableTurns: [
    planned('starter'),
    planned('other', { steps: ['step', 'other-step'], turnMs: 2 * RULES.turnMs }),
    planned('starter'),
  ],
}

/** One turn each, said back. */
export const SAID_BACK: Plan = {
  ...PLAN,
  format: 'said-back',
  minutes: 5,
  turns: EACH.map((turn) => ({ ...turn, reflection: true })),
  tableTurns: EACH.map((turn) => ({ ...turn, reflection: true })),
}

/** Each first with a time that is short, then open-ended. */
export const MIXED: Plan = {
  ...PLAN,
  format: 'mixed',
  minutes: 5,
  turns: [...EACH, ...EACH.map((turn) => ({ ...turn, turnMs: null, reflection: true })), ...EACH],
  tableTurns: EACH,
}

/** An offer of whoever sits in `a`: said, heard, and said once more. */
export const REPAIR: Plan = {
  ...PLAN,
  format: 'repair',
  repair: { by: 'a', breatherMs: 24 * 3_600_000, done: 0 },
  turns: [...EACH, planned('starter'), planned('starter'), ...EACH.toReversed()],
  tableTurns: [...EACH, planned('starter'), planned('starter'), ...EACH.toReversed()],
}

/** What is left of it after so many turns. */
export function leftOf(turns: number, repair: Plan = REPAIR): Plan {
  const by = repair.repair?.by ?? 'a'
  const rest = repair.turns.slice(turns)
  return { ...repair, repair: { by, breatherMs: null, done: turns }, turns: rest, tableTurns: rest }
}

/** A turn as it is granted, with so much left. */
export function turnOf(holder: Seat, turn: number, leftMs: number): Turn {
  return { kind: 'turn', holder, turn, leftMs, wholeMs: RULES.turnMs, hand: false, more: 'none', reflected: false }
}

type Yes = Extract<PartnerCommand, { type: 'willing' }>
export const YES: Yes = { type: 'willing', planEpoch: 0, way: 'aloud', pace: 'timed' }

export function at(ms: number, bootId = 'boot-1'): Instant {
  return { wallMs: 1_700_000_000_000 + ms, monotonicMs: ms, bootId }
}

/** A check-in driven by hand: every step is examined as the server would. */
export class Hand {
  checkIn: CheckIn
  nowMs = 0
  #commands = 0

  constructor(rules: Rules = RULES, starter: Seat = 'a', plan: Plan = PLAN) {
    this.checkIn = newCheckIn({ rules, starter, plan })
    this.presence(true, true)
  }

  get phase(): Phase {
    return this.checkIn.room.phase
  }

  get floor() {
    if (this.phase.kind === 'running' || this.phase.kind === 'returning') return this.phase.floor
    if (this.phase.kind === 'frozen' && this.phase.interrupted.kind === 'floor') return this.phase.interrupted.floor
    throw new Error(`no floor while ${this.phase.kind}`)
  }

  after(ms: number): this {
    this.nowMs += ms
    return this
  }

  do(by: Seat, command: PartnerCommand, now: Instant = at(this.nowMs)): Step {
    this.#commands += 1
    return this.apply({ by, commandId: `command-${this.#commands}`, command }, now)
  }

  /** The same, to go on from. */
  does(by: Seat, command: PartnerCommand): this {
    this.do(by, command)
    return this
  }

  presence(a: boolean, b: boolean, now: Instant = at(this.nowMs)): Step {
    return this.apply({ by: 'server', command: { type: 'presence', present: { a, b } } }, now)
  }

  tick(now: Instant = at(this.nowMs)): Step {
    return this.apply({ by: 'server', command: { type: 'tick' } }, now)
  }

  apply(command: Command, now: Instant, receipt: Receipt | null = null): Step {
    const step = transition(this.checkIn, command, now, receipt)
    const problems = invariantProblems(this.checkIn, step, command)
    if (problems.length > 0) throw new Error(problems.join('; '))
    this.checkIn = step.checkIn
    return step
  }

  opened(a: Partial<Yes> = {}, b: Partial<Yes> = a): this {
    const { planEpoch } = this.checkIn.room
    this.do('a', { ...YES, planEpoch, ...a })
    this.do('b', { ...YES, planEpoch, ...b })
    return this
  }

  /** In the starter's first turn, with the whole of it left. */
  inTurn(yes: Partial<Yes> = {}): this {
    return this.opened(yes).breathed()
  }

  /** The breath is over. */
  breathed(): this {
    if (this.floor.kind !== 'breath') throw new Error(`no breath but ${this.floor.kind}`)
    this.after(this.floor.leftMs).tick()
    return this
  }

  /** Whoever holds the floor hands it over, and a breath is taken. */
  passed(): this {
    const { floor } = this
    if (!('holder' in floor)) throw new Error('nobody holds the floor')
    this.do(floor.holder, { type: 'pass', turn: floor.turn })
    return this.floor.kind === 'breath' ? this.breathed() : this
  }

  /** After the last turn of the plan. */
  closing(): this {
    while (this.floor.kind !== 'closing') this.passed()
    return this
  }

  paused(by: Seat = 'a'): this {
    this.do(by, { type: 'pause' })
    return this
  }

  /** Both ready, after the cool-down, and nobody has said their line. */
  comingBack(): this {
    this.after(this.checkIn.room.rules.cooldownMs)
    const { freezeEpoch } = this.checkIn.room
    this.do('a', { type: 'ready', freezeEpoch, rung: 0, signature: `a:${freezeEpoch}` })
    this.do('b', { type: 'ready', freezeEpoch, rung: 0, signature: `b:${freezeEpoch}` })
    return this
  }

  /** The same, and through with it: neither had a line to say. */
  resumed(): this {
    this.comingBack()
    if (this.phase.kind === 'waiting') return this
    for (const by of ['a', 'b'] as const) this.do(by, this.reenter())
    return this
  }

  /** Coming back without a line, or with one. */
  reenter(more: Partial<Extract<PartnerCommand, { type: 'reenter' }>> = {}): PartnerCommand {
    return { type: 'reenter', freezeEpoch: this.checkIn.room.freezeEpoch, lineId: null, another: false, ...more }
  }
}

export function eventTypes(step: Step): string[] {
  return step.events.map(({ event }) => event.type)
}

/** A refusal's code, or how the command went otherwise. */
export function outcomeOf(step: Step): string {
  return step.outcome.kind === 'refused' ? step.outcome.refusal.code : step.outcome.kind
}
