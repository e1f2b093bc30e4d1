import * as z from 'zod'
import { Bundle, Id, Seat, WallMs } from '../scalars.ts'
import { PublicKeys } from './account.ts'
import { route } from './contract.ts'

export const getPartnership = route({
  method: 'GET',
  path: '/api/partnership',
  summary: 'The link I am in, or null. Keys are as the server has them: a device compares them with what it pinned.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    partnership: z
      .strictObject({
        partnershipId: Id,
        seat: Seat,
        partner: z.strictObject({ userId: Id, publicKeys: PublicKeys }),
        linkedAtMs: WallMs,
        epochs: z.array(z.strictObject({ epoch: z.int().positive(), epochKeys: Bundle })),
      })
      .nullable(),
  }),
  errors: [],
})
