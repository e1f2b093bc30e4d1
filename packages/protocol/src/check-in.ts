import type {
  CheckIn,
  Floor as FloorType,
  PlannedTurn as PlannedTurnType,
  Plan as PlanType,
  Receipt as ReceiptType,
  Repair as RepairType,
  Rules as RulesType,
  Snapshot as SnapshotType,
  Talk as TalkType,
} from '@turnstone/check-in'
import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { Bytes, ContentName, Envelope, Id, Minutes, Ms, Seat, Signature, WallMs } from './scalars.ts'

/* The machine's types, as they cross the wire or lie in the database. `satisfies` keeps both in step. */

export const Rules = z.strictObject({
  cooldownMs: Ms,
  turnMs: Ms,
  graceMs: Ms,
  breathMs: Ms,
}) satisfies z.ZodType<RulesType>

const turn = z.int().nonnegative()
const round = z.literal([1, 2])

const PlannedTurn = z.strictObject({
  by: z.enum(['starter', 'other']),
  steps: z.array(ContentName).min(1).max(20).readonly(),
  turnMs: Ms.positive().nullable(),
  reflection: z.boolean(),
}) satisfies z.ZodType<PlannedTurnType>

export const Breather = z.int().min(LIMITS.breatherMinMs).max(LIMITS.breatherMaxMs)

const Repair = z.strictObject({
  by: Seat,
  breatherMs: Breather.nullable(),
  done: z.int().nonnegative(),
}) satisfies z.ZodType<RepairType>

export const StoredTalk = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('left'), by: Seat, turns: z.int().positive() }),
  z.strictObject({ kind: z.literal('closed'), by: Seat }),
]) satisfies z.ZodType<TalkType>

export const Plan = z.strictObject({
  format: ContentName,
  minutes: Minutes,
  practice: z.boolean(),
  repair: Repair.nullable(),
  turns: z.array(PlannedTurn).min(1).max(100).readonly(),
  tableTurns: z.array(PlannedTurn).min(1).max(100).readonly(),
}) satisfies z.ZodType<PlanType>

export const Way = z.enum(['table', 'aloud', 'written'])
export const Pace = z.enum(['timed', 'tenfold', 'off'])

const holding = {
  holder: Seat,
  turn,
  wholeMs: Ms.nullable(),
  hand: z.boolean(),
  more: z.enum(['none', 'asked']),
  reflected: z.boolean(),
}
export const Floor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('breath'), next: Seat, turn, leftMs: Ms }),
  z.strictObject({ kind: z.literal('turn'), ...holding, leftMs: Ms.nullable() }),
  z.strictObject({ kind: z.literal('grace'), ...holding, leftMs: Ms }),
  z.strictObject({
    kind: z.literal('reflection'),
    holder: Seat,
    turn,
    round,
    stage: z.enum(['saying', 'answering', 'more']),
    leftMs: Ms.nullable(),
    wholeMs: Ms.nullable(),
  }),
  z.strictObject({ kind: z.literal('closing'), turn }),
]) satisfies z.ZodType<FloorType>

const clock = z.enum(['running', 'stopped', 'aside'])

const Interrupted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('floor'), floor: Floor }),
])

const stage = z.enum(['saying', 'reading'])
const rung = z.int().nonnegative()
const look = z.enum(['asks', 'setsDown'])

export const ResumeProof = z.strictObject({
  of: z.enum(['ready', 'slip']),
  freezeEpoch: z.int().positive(),
  rung,
  signatures: z.strictObject({ a: Signature, b: Signature }),
})

/** What both may see, on the wire and in the row alike. */
const shared = {
  seq: z.int().nonnegative(),
  rules: Rules,
  starter: Seat,
  plan: Plan,
  planEpoch: z.int().nonnegative(),
  talk: StoredTalk.nullable(),
  way: Way.nullable(),
  pace: Pace,
  slower: z.boolean(),
  slowedIn: z.int().nonnegative().nullable(),
  redirectedIn: z.int().positive().nullable(),
  asides: z.int().nonnegative(),
  freezeEpoch: z.int().nonnegative(),
  openedAtMs: WallMs.nullable(),
  turns: z.int().nonnegative(),
  lastResume: ResumeProof.nullable(),
}

export const Snapshot = z.strictObject({
  ...shared,
  phase: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('waiting') }),
    z.strictObject({ kind: z.literal('running'), floor: Floor, clock }),
    z.strictObject({
      kind: z.literal('frozen'),
      freezeEpoch: z.int().positive(),
      cooldownLeftMs: Ms,
      breatherMs: Breather.nullable(),
      rung,
      look,
      returnAtMs: WallMs,
      slip: z.strictObject({ by: Seat, leftMs: Ms }).nullable(),
      interrupted: Interrupted,
    }),
    z.strictObject({
      kind: z.literal('returning'),
      stage,
      floor: Floor,
      freezeEpoch: z.int().positive(),
      leastLeftMs: Ms,
    }),
    z.strictObject({ kind: z.literal('ended'), endedAtMs: WallMs, setDown: z.boolean() }),
  ]),
}) satisfies z.ZodType<SnapshotType>

const Instant = z.strictObject({ wallMs: z.number(), monotonicMs: z.number(), bootId: z.string() })
const bySeat = <T extends z.ZodType>(value: T) => z.strictObject({ a: value, b: value })

/** Rows from before the app looked again: paused for the first time that it asks. */
const storedRung = rung.default(0)

/** The row of a check-in. A row that does not parse is refused, never guessed at. */
export const StoredCheckIn = z.strictObject({
  room: z.strictObject({
    ...shared,
    lastResume: ResumeProof.extend({ of: ResumeProof.shape.of.default('ready'), rung: storedRung }).nullable(),
    // Rows that are older than these fields: nobody has said it yet.
    plan: Plan.extend({ repair: Plan.shape.repair.default(null) }),
    talk: shared.talk.default(null),
    slowedIn: shared.slowedIn.default(null),
    redirectedIn: shared.redirectedIn.default(null),
    owedMs: bySeat(Ms),
    phase: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('waiting') }),
      z.strictObject({
        kind: z.literal('running'),
        floor: Floor,
        clock,
        asOf: Instant,
      }),
      z.strictObject({
        kind: z.literal('frozen'),
        interrupted: Interrupted,
        freezeEpoch: z.int().positive(),
        frozenAt: Instant,
        cooldownMs: Ms,
        breatherMs: Breather.nullable().default(null),
        rung: storedRung,
        look: look.default('asks'),
        returnAtMs: WallMs,
        // Rows from before there were slips, here and below.
        slip: z.strictObject({ by: Seat, calledAt: Instant }).nullable().default(null),
      }),
      z.strictObject({
        kind: z.literal('returning'),
        stage,
        floor: Floor,
        freezeEpoch: z.int().positive(),
        asOf: Instant,
      }),
      z.strictObject({ kind: z.literal('ended'), endedAtMs: WallMs, setDown: z.boolean().default(false) }),
    ]),
  }),
  quiet: z.strictObject({
    present: bySeat(z.boolean()),
    willing: bySeat(
      z
        .strictObject({
          untilMs: WallMs,
          planEpoch: z.int().nonnegative(),
          way: Way,
          pace: Pace,
          zone: z.string().nullable().default(null),
        })
        .nullable(),
    ),
    ready: bySeat(
      z.strictObject({ freezeEpoch: z.int().positive(), rung: storedRung, signature: Signature }).nullable(),
    ),
    zones: bySeat(z.string().nullable()).default({ a: null, b: null }),
    comfort: bySeat(z.enum(['fine', 'slower']).nullable()),
    // Rows that are older than this field: nobody has answered yet.
    comfortAnswered: bySeat(z.boolean()).default({ a: false, b: false }),
    back: bySeat(z.strictObject({ aside: z.int().positive() }).nullable()),
    // Rows from before there was anything to be through with.
    through: bySeat(
      z
        .strictObject({ freezeEpoch: z.int().positive(), stage, lineId: Id.nullable(), another: z.boolean() })
        .nullable(),
    ).default({ a: null, b: null }),
    slip: z
      .strictObject({
        by: Seat,
        freezeEpoch: z.int().positive(),
        wasReturning: z.boolean(),
        signature: Signature.nullable(),
      })
      .nullable()
      .default(null),
  }),
}) satisfies z.ZodType<CheckIn>

export const StoredReceipt = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('committed'), seq: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('kept') }),
]) satisfies z.ZodType<ReceiptType>

/**
 * Something written, sealed by whoever wrote it: a piece of a turn, of saying it back, a line offered at the closing, or
 * the one that somebody came back with from a pause (`utteranceId` is its `lineId`).
 */
export const Utterance = z.strictObject({
  seq: z.int().positive(),
  utteranceId: Id,
  kind: z.enum(['speech', 'reflection', 'line', 'reentry']),
  turn: z.int().positive(),
  by: Seat,
  envelope: Envelope(LIMITS.utteranceBytes),
})
export type Utterance = z.infer<typeof Utterance>

/** Why a freeze was caused, sealed at constant size: the server cannot tell a pause from our word. */
export const FreezeReason = z.strictObject({
  freezeEpoch: z.int().positive(),
  envelope: Bytes(64, LIMITS.reasonBytes),
})
export type FreezeReason = z.infer<typeof FreezeReason>
