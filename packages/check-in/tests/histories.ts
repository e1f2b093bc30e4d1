import fc from 'fast-check'
import {
  type CheckIn,
  type CheckInEvent,
  type Command,
  type Instant,
  invariantProblems,
  newCheckIn,
  type PartnerCommand,
  type Plan,
  type Receipt,
  type Rules,
  type Seat,
  type Step,
  transition,
} from '../src/index.ts'
import { leftOf, MIXED, PLAN, REPAIR, SAID_BACK } from './support.ts'

/** What may befall a check-in: people, clocks, machines. */
export type Move =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'wallJump'; readonly ms: number }
  | { readonly kind: 'stall'; readonly ms: number }
  | { readonly kind: 'reboot'; readonly ms: number; readonly back: boolean }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'presence'; readonly a: boolean; readonly b: boolean }
  | { readonly kind: 'bothWilling'; readonly pick: number }
  | { readonly kind: 'bothReady' }
  /** A gesture, called a slip and agreed to, each after a while. */
  | { readonly kind: 'slip'; readonly by: Seat; readonly afterMs: number }
  /** Whatever is due next, by whom it is due: the breath goes by, the holder passes, the listener says it back. */
  | { readonly kind: 'goOn' }
  /** Whoever holds the floor lets their time run out. */
  | { readonly kind: 'timeUp' }
  | {
      readonly kind: 'act'
      readonly by: Seat
      readonly device: 1 | 2
      readonly type: PartnerCommand['type']
      /** Added to the right turn, epoch or minute. */
      readonly off: -1 | 0 | 1
      /** Picks among the ways to say it. */
      readonly pick: number
    }
  | { readonly kind: 'again'; readonly index: number }

/** One step of a history with what only an onlooker knows: the true time and whether the clocks were sound so far. */
export interface Happening {
  readonly command: Command
  readonly now: Instant
  readonly trueMs: number
  readonly soundClocks: boolean
  readonly isRepeat: boolean
  readonly before: CheckIn
  readonly step: Step
}

export interface History {
  readonly rules: Rules
  readonly starter: Seat
  readonly happenings: readonly Happening[]
}

const seat = fc.constantFrom<Seat>('a', 'b')
const actType = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom<PartnerCommand['type']>('pass', 'utter', 'ready', 'pause', 'slip') },
  {
    weight: 30,
    arbitrary: fc.constantFrom<PartnerCommand['type']>(
      'handUp',
      'handDown',
      'askMore',
      'grantMore',
      'oneMinute',
      'comfort',
      'slow',
    ),
  },
  {
    weight: 20,
    arbitrary: fc.constantFrom<PartnerCommand['type']>('sayBack', 'ratherNot', 'answer', 'more', 'line', 'back'),
  },
  { weight: 15, arbitrary: fc.constantFrom<PartnerCommand['type']>('reenter', 'goOn') },
  { weight: 12, arbitrary: fc.constantFrom<PartnerCommand['type']>('choose', 'willing', 'notToday', 'notYet') },
  { weight: 2, arbitrary: fc.constantFrom<PartnerCommand['type']>('end', 'nothingMore') },
)
const duration = fc.oneof(
  fc.nat(3000),
  fc.nat(70_000),
  fc.nat(400_000),
  fc.constantFrom(4999, 5000, 9999, 10_000, 59_999, 60_000, 299_999, 300_000, 16 * 3_600_000),
)

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: duration }) },
  {
    weight: 20,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      by: seat,
      device: fc.constantFrom<1 | 2>(1, 2),
      type: actType,
      off: fc.constantFrom<-1 | 0 | 1>(0, 0, 0, 0, 0, -1, 1),
      pick: fc.nat(59),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('again' as const), index: fc.nat(99) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('presence' as const), a: fc.boolean(), b: fc.boolean() }) },
  { weight: 4, arbitrary: fc.constant<Move>({ kind: 'bothReady' }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('slip' as const),
      by: seat,
      afterMs: fc.oneof(fc.nat(2000), fc.nat(70_000)),
    }),
  },
  { weight: 12, arbitrary: fc.constant<Move>({ kind: 'goOn' }) },
  { weight: 5, arbitrary: fc.constant<Move>({ kind: 'timeUp' }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('bothWilling' as const), pick: fc.nat(59) }) },
)

const trouble: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('wallJump' as const), ms: fc.integer({ min: -600_000, max: 600_000 }) }),
  fc.record({ kind: fc.constant('stall' as const), ms: duration }),
  fc.record({ kind: fc.constant('reboot' as const), ms: duration, back: fc.boolean() }),
  fc.record({ kind: fc.constant('late' as const), ms: fc.nat(20_000) }),
)

const moves = (withTrouble: boolean): fc.Arbitrary<readonly Move[]> =>
  fc.array(withTrouble ? fc.oneof({ weight: 9, arbitrary: move }, { weight: 1, arbitrary: trouble }) : move, {
    minLength: 20,
    maxLength: 90,
    size: 'max',
  })

const HOUR_MS = 3_600_000
const OFFER = { by: 'a', breatherMs: HOUR_MS, done: 0 } as const

const PLANS: readonly Plan[] = [
  { ...REPAIR, repair: OFFER },
  REPAIR,
  { ...leftOf(2), repair: { by: 'b', breatherMs: null, done: 2 } },
  { ...SAID_BACK, practice: true },
  PLAN,
  SAID_BACK,
  MIXED,
  { ...PLAN, format: 'short', turns: PLAN.turns.slice(0, 2) },
]

/** Whole histories, half of them with clocks and servers that misbehave. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    breathMs: fc.constantFrom(0, 5000),
    starter: seat,
    plan: fc.constantFrom(...PLANS),
    opened: fc.option(fc.nat(59)),
    moves: fc.oneof(moves(false), moves(true)),
  })
  .map(({ breathMs, starter, plan, opened, moves: list }) =>
    play({
      rules: { cooldownMs: 300_000, turnMs: 60_000, graceMs: 10_000, breathMs },
      starter,
      plan,
      list: opened === null ? list : [{ kind: 'bothWilling', pick: opened }, ...list],
    }),
  )

/** The same, with everything done by one partner on two devices. */
export const oneSidedHistories: fc.Arbitrary<History> = moves(true).map((list) =>
  play({
    rules: { cooldownMs: 300_000, turnMs: 60_000, graceMs: 10_000, breathMs: 5000 },
    starter: 'a',
    plan: PLAN,
    list: list
      .filter(({ kind }) => !['bothReady', 'bothWilling', 'goOn', 'slip'].includes(kind))
      .map((one) => (one.kind === 'act' ? { ...one, by: 'a' } : one)),
  }),
)

/** Plays moves against the machine the way the server would: receipts by command id, every step examined. */
function play({
  rules,
  starter,
  plan,
  list,
}: {
  rules: Rules
  starter: Seat
  plan: Plan
  list: readonly Move[]
}): History {
  const happenings: Happening[] = []
  const receipts = new Map<string, Receipt>()
  const asked: Command[] = []
  let checkIn = newCheckIn({ rules, starter, plan })
  let trueMs = 0
  let wallAheadMs = 0
  let bootedAtMs = 0
  let boots = 1
  let soundClocks = true

  const instant = (): Instant => ({
    wallMs: 1_700_000_000_000 + trueMs + wallAheadMs,
    monotonicMs: trueMs - bootedAtMs,
    bootId: `boot-${boots}`,
  })
  const apply = (command: Command, now: Instant = instant()): void => {
    const id = command.by === 'server' ? null : command.commandId
    const receipt = id === null ? null : (receipts.get(id) ?? null)
    const step = transition(checkIn, command, now, receipt)
    const problems = invariantProblems(checkIn, step, command)
    if (problems.length > 0) throw new Error(`${JSON.stringify(command)}: ${problems.join('; ')}`)
    happenings.push({ command, now, trueMs, soundClocks, isRepeat: receipt !== null, before: checkIn, step })
    if (id !== null && step.outcome.kind !== 'refused') receipts.set(id, step.outcome)
    checkIn = step.checkIn
  }
  const ask = (by: Seat, device: number, command: PartnerCommand): void => {
    const whole: Command = { by, commandId: `${by}${device}-${asked.length}`, command }
    asked.push(whole)
    apply(whole)
  }
  const presence = (a: boolean, b: boolean, now?: Instant): void =>
    apply({ by: 'server', command: { type: 'presence', present: { a, b } } }, now)

  presence(true, true)
  for (const one of list) {
    switch (one.kind) {
      case 'wait':
        trueMs += one.ms
        // The job that wakes idle rooms; more than a day unwatched is TM5's own test.
        if (one.ms > 3_600_000) apply({ by: 'server', command: { type: 'tick' } })
        break
      case 'wallJump':
        wallAheadMs += one.ms
        soundClocks = false
        break
      case 'stall':
        trueMs += one.ms
        bootedAtMs += one.ms
        soundClocks = false
        break
      case 'reboot':
        presence(false, false)
        trueMs += one.ms
        bootedAtMs = trueMs
        boots += 1
        if (one.back) presence(true, true)
        break
      case 'late': {
        const now = instant()
        soundClocks = false
        apply(
          { by: 'server', command: { type: 'tick' } },
          {
            ...now,
            wallMs: now.wallMs - one.ms,
            monotonicMs: Math.max(0, now.monotonicMs - one.ms),
          },
        )
        break
      }
      case 'presence':
        presence(one.a, one.b)
        break
      case 'bothWilling':
        ask('a', 1, yesTo(checkIn, one.pick))
        ask('b', 1, yesTo(checkIn, one.pick + 1))
        break
      case 'goOn': {
        const { phase } = checkIn.room
        if (phase.kind === 'running' && phase.floor.kind === 'breath') {
          trueMs += phase.floor.leftMs
          apply({ by: 'server', command: { type: 'tick' } })
        }
        for (const { by, command } of whatIsDue(checkIn)) ask(by, 1, command)
        break
      }
      case 'timeUp': {
        const { phase } = checkIn.room
        if (phase.kind !== 'running' || phase.floor.kind !== 'turn') break
        trueMs += phase.floor.leftMs ?? 0
        apply({ by: 'server', command: { type: 'tick' } })
        break
      }
      case 'bothReady': {
        trueMs += rules.cooldownMs
        apply({ by: 'server', command: { type: 'tick' } })
        const { freezeEpoch } = checkIn.room
        for (const by of ['a', 'b'] as const) {
          ask(by, 1, { type: 'ready', freezeEpoch, rung: rungOf(checkIn), signature: `${by} signs ${asked.length}` })
        }
        break
      }
      case 'slip': {
        ask(one.by, 1, { type: 'pause', slippable: true })
        for (const by of [one.by, otherOf(one.by)]) {
          trueMs += one.afterMs
          const { freezeEpoch } = checkIn.room
          ask(by, 1, { type: 'slip', freezeEpoch, signature: `${by} slips ${asked.length}` })
        }
        break
      }
      case 'act':
        ask(one.by, one.device, commandFor(one, checkIn, asked.length))
        break
      case 'again': {
        const earlier = asked[one.index % Math.max(1, asked.length)]
        if (earlier !== undefined) apply(earlier)
        break
      }
    }
  }
  return { rules, starter, happenings }
}

/** The look that a screen would show. */
const rungOf = ({ room: { phase } }: CheckIn): number => (phase.kind === 'frozen' ? phase.rung : 0)

const otherOf = (seat: Seat): Seat => (seat === 'a' ? 'b' : 'a')

/** What people would do next if all went well. */
function whatIsDue({ room }: CheckIn): readonly { readonly by: Seat; readonly command: PartnerCommand }[] {
  const { phase, asides, freezeEpoch } = room
  if (phase.kind === 'returning') return comingBack(phase, freezeEpoch)
  if (phase.kind !== 'running') return []
  if (phase.clock === 'aside') {
    return (['a', 'b'] as const).map((by) => ({ by, command: { type: 'back', aside: asides } }))
  }
  const { floor } = phase
  if (floor.kind === 'breath' || floor.kind === 'closing') return []
  const { holder, turn } = floor
  if (floor.kind !== 'reflection') return [{ by: holder, command: { type: 'pass', turn } }]
  const { round, stage } = floor
  switch (stage) {
    case 'saying':
      return [{ by: otherOf(holder), command: { type: 'sayBack', turn, round } }]
    case 'answering':
      return [{ by: holder, command: { type: 'answer', turn, round, answer: round === 1 ? 'almost' : 'thatsIt' } }]
    case 'more':
      return [{ by: holder, command: { type: 'more', turn, more: turn === 1 } }]
  }
}

/** One has something to say, and every third time both would rather take another topic. */
function comingBack(
  { stage }: Extract<CheckIn['room']['phase'], { kind: 'returning' }>,
  freezeEpoch: number,
): ReturnType<typeof whatIsDue> {
  return (['a', 'b'] as const).map((by) => ({
    by,
    command:
      stage === 'saying'
        ? {
            type: 'reenter',
            freezeEpoch,
            lineId: by === 'a' ? `back ${freezeEpoch}` : null,
            another: freezeEpoch % 3 === 0,
          }
        : { type: 'goOn', freezeEpoch, stage },
  }))
}

/** What somebody may suggest; beside the turns that were left, sometimes others. */
function plansFor(by: Seat, talk: CheckIn['room']['talk'], off: number): readonly [Plan, ...Plan[]] {
  const repair: Plan = { ...REPAIR, repair: { by: off === 0 ? by : otherOf(by), breatherMs: HOUR_MS, done: 0 } }
  const left = talk?.kind === 'left' ? [leftOf(talk.turns + off, { ...REPAIR, repair: { ...OFFER, by: talk.by } })] : []
  return [PLAN, repair, SAID_BACK, MIXED, repair, ...left, ...left]
}

const at = <const Item>(items: readonly [Item, ...Item[]], index: number): Item =>
  items[index % items.length] ?? items[0]

function yesTo({ room }: CheckIn, pick: number): Extract<PartnerCommand, { type: 'willing' }> {
  const way = at(['aloud', 'table', 'table', 'written'], pick)
  const pace = at(['timed', 'timed', 'timed', 'tenfold', 'off'], pick)
  const zone = at(['Europe/Berlin', 'America/Bogota', 'Pacific/Auckland', 'No/Where'], pick)
  return { type: 'willing', planEpoch: room.planEpoch, way, pace, zone }
}

function commandFor(
  { type, by, off, pick }: Extract<Move, { kind: 'act' }>,
  checkIn: CheckIn,
  count: number,
): PartnerCommand {
  const { room } = checkIn
  const floor = room.phase.kind === 'running' ? room.phase.floor : null
  const turn = (floor?.turn ?? room.turns) + off
  const round = floor?.kind === 'reflection' && pick % 5 > 0 ? floor.round : 1
  switch (type) {
    case 'choose':
      return { type, plan: at(plansFor(by, room.talk, off), pick) }
    case 'willing':
      return { ...yesTo(checkIn, pick), planEpoch: room.planEpoch + off }
    case 'pass':
    case 'handUp':
    case 'handDown':
    case 'askMore':
    case 'grantMore':
    case 'ratherNot':
      return { type, turn }
    case 'sayBack':
      return { type, turn, round }
    case 'answer':
      return { type, turn, round, answer: at(['thatsIt', 'almost', 'notYet'], pick) }
    case 'more':
      return { type, turn, more: pick % 3 > 0 }
    case 'utter':
      return { type, turn, utteranceId: `utterance-${count}` }
    case 'line':
      return { type, lineId: `line-${count}` }
    case 'comfort':
      return { type, answer: at(['fine', 'slower'], pick) }
    case 'back':
      return { type, aside: room.asides + off }
    case 'ready':
      return { type, freezeEpoch: room.freezeEpoch + off, rung: rungOf(checkIn), signature: `${by} signs ${count}` }
    case 'reenter': {
      const lineId = pick % 3 > 0 ? `back ${count}` : null
      return { type, freezeEpoch: room.freezeEpoch + off, lineId, another: pick % 2 === 0 }
    }
    case 'goOn': {
      const stage = room.phase.kind === 'returning' && pick % 5 > 0 ? room.phase.stage : 'saying'
      return { type, freezeEpoch: room.freezeEpoch + off, stage }
    }
    case 'slip':
      return { type, freezeEpoch: room.freezeEpoch + off, signature: `${by} slips ${count}` }
    case 'pause':
      return pick % 2 === 0 ? { type } : { type, slippable: true }
    case 'notToday':
    case 'slow':
    case 'oneMinute':
    case 'notYet':
    case 'nothingMore':
    case 'end':
      return { type }
  }
}

/** Every event of a history with the step it came in. */
export function* eventsOf(history: History): Generator<{ seq: number; event: CheckInEvent; in: Happening }> {
  for (const happening of history.happenings) {
    for (const { seq, event } of happening.step.events) yield { seq, event, in: happening }
  }
}
