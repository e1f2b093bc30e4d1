import * as z from 'zod'
import { Bundle, Id, Seat, WallMs } from '../scalars.ts'
import { PublicKeys } from './account.ts'
import { route } from './contract.ts'

const Epochs = z.array(z.strictObject({ epoch: z.int().positive(), epochKeys: Bundle }))

export const getPartnership = route({
  method: 'GET',
  path: '/api/partnership',
  summary:
    'The link I am in, or null, and those that have ended. Keys are as the server has them: a device compares them with ' +
    'what it pinned.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    partnership: z
      .strictObject({
        partnershipId: Id,
        seat: Seat,
        partner: z.strictObject({ userId: Id, publicKeys: PublicKeys }),
        linkedAtMs: WallMs,
        epochs: Epochs,
      })
      .nullable(),
    /** Newest first. Their pages, agreements and records stay readable to both; nothing is added to them. */
    past: z.array(
      z.strictObject({
        partnershipId: Id,
        seat: Seat,
        partnerId: Id,
        linkedAtMs: WallMs,
        endedAtMs: WallMs,
        epochs: Epochs,
      }),
    ),
  }),
  errors: [],
})

export const unlink = route({
  method: 'DELETE',
  path: '/api/partnership/:partnershipId',
  summary:
    'End this link, alone and at once. A live check-in ends, the other is sent nothing else. The answer is the same when it ' +
    'had ended already, whoever ended it.',
  auth: 'session',
  params: z.strictObject({ partnershipId: Id }),
  status: 204,
  errors: ['not_linked'],
})
