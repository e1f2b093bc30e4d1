import * as z from 'zod'
import { FreezeReason, Snapshot, Utterance } from './check-in.ts'
import { ErrorBody } from './error.ts'
import { Id } from './scalars.ts'
import { PROTOCOL_VERSION } from './version.ts'

/* What the server may say to a device. A message that does not parse means: this device is out of date, hold and reload. */

const v = z.literal(PROTOCOL_VERSION)

/** Somebody pressed pause; nothing is committed yet. Hold, and submit `commandId` yourself if nothing follows. */
export const Hold = z.strictObject({ v, checkInId: Id, commandId: Id })

/**
 * What was committed, whole. `fromSeq` is the first event it brings: a device that knows less than `fromSeq - 1`
 * has missed utterances and fetches the check-in.
 */
export const Change = z.strictObject({
  v,
  checkInId: Id,
  fromSeq: z.int().positive(),
  snapshot: Snapshot,
  utterances: z.array(Utterance),
  reasons: z.array(FreezeReason),
})

/** Once a second while the server, its database and this connection are well. Three seconds without: hold. */
export const Beat = z.strictObject({ v, checkInId: Id.nullable(), seq: z.int().nonnegative() })

/** Something you may read has changed; fetch it. Carries no data. */
export const Poke = z.strictObject({ v, noun: z.enum(['partnership', 'agreement', 'journal', 'check-in', 'session']) })

/** The last message on a socket that the server closes. */
export const Closed = z.strictObject({ v, reason: z.enum(['signed_out', 'unsupported_version', 'shutting_down']) })

export const DOWN = { hold: Hold, change: Change, beat: Beat, poke: Poke, closed: Closed } as const
export type DownName = keyof typeof DOWN
export type Down<Name extends DownName> = z.infer<(typeof DOWN)[Name]>

/** The answer to every command, by either way. `seq` is there only for what both may know. */
export const Ack = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), commandId: Id, seq: z.int().nonnegative().optional() }),
  z.strictObject({ ok: z.literal(false), commandId: Id.nullable(), error: ErrorBody }),
])
export type Ack = z.infer<typeof Ack>
