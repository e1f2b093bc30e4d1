import fc from 'fast-check'
import {
  type CheckIn,
  type CheckInEvent,
  type Command,
  type Instant,
  invariantProblems,
  newCheckIn,
  type PartnerCommand,
  type Receipt,
  type Rules,
  type Seat,
  type Step,
  transition,
} from '../src/index.ts'
import { PLAN, YES } from './support.ts'

/** What may befall a check-in: people, clocks, machines. */
export type Move =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'wallJump'; readonly ms: number }
  | { readonly kind: 'stall'; readonly ms: number }
  | { readonly kind: 'reboot'; readonly ms: number; readonly back: boolean }
  | { readonly kind: 'late'; readonly ms: number }
  | { readonly kind: 'presence'; readonly a: boolean; readonly b: boolean }
  | { readonly kind: 'bothWilling' }
  | { readonly kind: 'bothReady' }
  | {
      readonly kind: 'act'
      readonly by: Seat
      readonly device: 1 | 2
      readonly type: PartnerCommand['type']
      /** Added to the right turn or epoch. */
      readonly off: -1 | 0 | 1
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
  { weight: 30, arbitrary: fc.constantFrom<PartnerCommand['type']>('pass', 'utter', 'ready', 'pause') },
  { weight: 10, arbitrary: fc.constantFrom<PartnerCommand['type']>('willing', 'notToday', 'notYet') },
  { weight: 1, arbitrary: fc.constant<PartnerCommand['type']>('end') },
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
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('again' as const), index: fc.nat(99) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('presence' as const), a: fc.boolean(), b: fc.boolean() }) },
  { weight: 4, arbitrary: fc.constant<Move>({ kind: 'bothReady' }) },
  { weight: 2, arbitrary: fc.constant<Move>({ kind: 'bothWilling' }) },
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

/** Whole histories, half of them with clocks and servers that misbehave. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    breathMs: fc.constantFrom(0, 5000),
    starter: seat,
    opened: fc.boolean(),
    moves: fc.oneof(moves(false), moves(true)),
  })
  .map(({ breathMs, starter, opened, moves: list }) =>
    play(
      { cooldownMs: 300_000, turnMs: 60_000, graceMs: 10_000, breathMs },
      starter,
      opened ? [{ kind: 'bothWilling' }, ...list] : list,
    ),
  )

/** The same, with everything done by one partner on two devices. */
export const oneSidedHistories: fc.Arbitrary<History> = moves(true).map((list) =>
  play(
    { cooldownMs: 300_000, turnMs: 60_000, graceMs: 10_000, breathMs: 5000 },
    'a',
    list
      .filter((one) => one.kind !== 'bothReady' && one.kind !== 'bothWilling')
      .map((one) => (one.kind === 'act' ? { ...one, by: 'a' } : one)),
  ),
)

/** Plays moves against the machine the way the server would: receipts by command id, every step examined. */
function play(rules: Rules, starter: Seat, list: readonly Move[]): History {
  const happenings: Happening[] = []
  const receipts = new Map<string, Receipt>()
  const asked: Command[] = []
  let checkIn = newCheckIn({ rules, starter, plan: PLAN })
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
        ask('a', 1, YES)
        ask('b', 1, YES)
        break
      case 'bothReady': {
        trueMs += rules.cooldownMs
        const { freezeEpoch } = checkIn.room
        for (const by of ['a', 'b'] as const) {
          ask(by, 1, { type: 'ready', freezeEpoch, signature: `${by} signs ${asked.length}` })
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

function commandFor(
  { type, by, off }: Extract<Move, { kind: 'act' }>,
  { room }: CheckIn,
  count: number,
): PartnerCommand {
  const turn = (room.phase.kind === 'running' ? room.phase.floor.turn : room.turns) + off
  switch (type) {
    case 'pass':
      return { type, turn }
    case 'utter':
      return { type, turn, utteranceId: `utterance-${count}` }
    case 'ready':
      return { type, freezeEpoch: room.freezeEpoch + off, signature: `${by} signs ${count}` }
    case 'willing':
      return YES
    case 'notToday':
    case 'pause':
    case 'notYet':
    case 'end':
      return { type }
    default:
      throw new Error(`${type} is not played yet`)
  }
}

/** Every event of a history with the step it came in. */
export function* eventsOf(history: History): Generator<{ seq: number; event: CheckInEvent; in: Happening }> {
  for (const happening of history.happenings) {
    for (const { seq, event } of happening.step.events) yield { seq, event, in: happening }
  }
}
