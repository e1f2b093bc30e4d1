import * as z from 'zod'
import { FreezeReason, Snapshot, Utterance } from '../check-in.ts'
import { Ack } from '../down.ts'
import { ContentName, Hash, Id, Minutes, Seat, WallMs } from '../scalars.ts'
import { UpCommand } from '../up.ts'
import { route } from './contract.ts'

export const CheckInState = z.strictObject({
  checkInId: Id,
  partnershipId: Id,
  seat: Seat,
  /** The agreement this check-in is held under; ready statements name it. */
  agreementHash: Hash,
  snapshot: Snapshot,
  utterances: z.array(Utterance),
  reasons: z.array(FreezeReason),
  /** What I have said here in private on any of my devices, and that alone: how it is with me is not in it. */
  mine: z.strictObject({
    comfortAnswered: z.boolean(),
    backFrom: z.int().positive().nullable(),
    /** The stage of coming back that I am through with, and the freeze it comes after. */
    through: z.strictObject({ freezeEpoch: z.int().positive(), stage: z.enum(['saying', 'reading']) }).nullable(),
  }),
})
export type CheckInState = z.infer<typeof CheckInState>

export const getCheckIn = route({
  method: 'GET',
  path: '/api/check-in',
  summary: 'The check-in of my partnership that has not ended (made when there is none), or the one with this id.',
  auth: 'session',
  query: z.strictObject({ checkInId: Id.optional() }),
  status: 200,
  reply: CheckInState,
  errors: ['not_linked', 'agreement_missing', 'not_found'],
})

export const sendCommand = route({
  method: 'POST',
  path: '/api/check-in/commands',
  summary: 'Any command, by the second path. The same message and the same answer as over the socket.',
  auth: 'session',
  body: UpCommand,
  status: 200,
  reply: Ack,
  errors: [],
})

export const listUnrecorded = route({
  method: 'GET',
  path: '/api/check-ins/unrecorded',
  summary: 'Check-ins that were opened and have ended, whose record is not in the journal yet.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    checkIns: z.array(
      z.strictObject({
        checkInId: Id,
        partnershipId: Id,
        openedAtMs: WallMs,
        endedAtMs: WallMs,
        turns: z.int().nonnegative(),
        format: ContentName,
        minutes: Minutes,
      }),
    ),
  }),
  errors: [],
})
