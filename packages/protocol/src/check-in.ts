import type {
  CheckIn,
  Floor as FloorType,
  Receipt as ReceiptType,
  Rules as RulesType,
  Snapshot as SnapshotType,
} from '@turnstone/check-in'
import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { Bytes, Envelope, Id, Ms, Seat, Signature, WallMs } from './scalars.ts'

/* The machine's types, as they cross the wire or lie in the database. `satisfies` keeps both in step. */

export const Rules = z.strictObject({
  cooldownMs: Ms,
  turnMs: Ms,
  graceMs: Ms,
  breathMs: Ms,
}) satisfies z.ZodType<RulesType>

const turn = z.int().nonnegative()
export const Floor = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('breath'), next: Seat, turn, leftMs: Ms }),
  z.strictObject({ kind: z.literal('turn'), holder: Seat, turn, leftMs: Ms }),
  z.strictObject({ kind: z.literal('grace'), holder: Seat, turn, leftMs: Ms }),
]) satisfies z.ZodType<FloorType>

const Interrupted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('waiting') }),
  z.strictObject({ kind: z.literal('floor'), floor: Floor }),
])

export const ResumeProof = z.strictObject({
  freezeEpoch: z.int().positive(),
  signatures: z.strictObject({ a: Signature, b: Signature }),
})

export const Snapshot = z.strictObject({
  seq: z.int().nonnegative(),
  rules: Rules,
  freezeEpoch: z.int().nonnegative(),
  openedAtMs: WallMs.nullable(),
  turns: z.int().nonnegative(),
  lastResume: ResumeProof.nullable(),
  phase: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('waiting') }),
    z.strictObject({ kind: z.literal('running'), floor: Floor, clock: z.enum(['running', 'stopped']) }),
    z.strictObject({
      kind: z.literal('frozen'),
      freezeEpoch: z.int().positive(),
      cooldownLeftMs: Ms,
      returnAtMs: WallMs,
      interrupted: Interrupted,
    }),
    z.strictObject({ kind: z.literal('ended'), endedAtMs: WallMs }),
  ]),
}) satisfies z.ZodType<SnapshotType>

const Instant = z.strictObject({ wallMs: z.number(), monotonicMs: z.number(), bootId: z.string() })
const bySeat = <T extends z.ZodType>(value: T) => z.strictObject({ a: value, b: value })

/** The row of a check-in. A row that does not parse is refused, never guessed at. */
export const StoredCheckIn = z.strictObject({
  room: z.strictObject({
    seq: z.int().nonnegative(),
    rules: Rules,
    starter: Seat,
    phase: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('waiting') }),
      z.strictObject({
        kind: z.literal('running'),
        floor: Floor,
        clock: z.enum(['running', 'stopped']),
        asOf: Instant,
      }),
      z.strictObject({
        kind: z.literal('frozen'),
        interrupted: Interrupted,
        freezeEpoch: z.int().positive(),
        frozenAt: Instant,
        cooldownMs: Ms,
        returnAtMs: WallMs,
      }),
      z.strictObject({ kind: z.literal('ended'), endedAtMs: WallMs }),
    ]),
    freezeEpoch: z.int().nonnegative(),
    openedAtMs: WallMs.nullable(),
    turns: z.int().nonnegative(),
    lastResume: ResumeProof.nullable(),
  }),
  quiet: z.strictObject({
    present: bySeat(z.boolean()),
    willing: bySeat(z.strictObject({ untilMs: WallMs }).nullable()),
    ready: bySeat(z.strictObject({ freezeEpoch: z.int().positive(), signature: Signature }).nullable()),
  }),
}) satisfies z.ZodType<CheckIn>

export const StoredReceipt = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('committed'), seq: z.int().nonnegative() }),
  z.strictObject({ kind: z.literal('kept') }),
]) satisfies z.ZodType<ReceiptType>

/** A written turn's piece, sealed by the holder of the floor. */
export const Utterance = z.strictObject({
  seq: z.int().positive(),
  utteranceId: Id,
  turn: z.int().positive(),
  holder: Seat,
  envelope: Envelope(LIMITS.utteranceBytes),
})
export type Utterance = z.infer<typeof Utterance>

/** Why a freeze was caused, sealed at constant size: the server cannot tell a pause from our word. */
export const FreezeReason = z.strictObject({
  freezeEpoch: z.int().positive(),
  envelope: Bytes(64, LIMITS.reasonBytes),
})
export type FreezeReason = z.infer<typeof FreezeReason>
