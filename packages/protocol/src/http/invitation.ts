import * as z from 'zod'
import { Bundle, Bytes, Id, WallMs } from '../scalars.ts'
import { route } from './contract.ts'

const LookupId = Bytes(16, 16)
const ofLink = z.strictObject({ lookupId: LookupId })

export const createInvitation = route({
  method: 'POST',
  path: '/api/invitations',
  summary: 'Invite one person. Replaces an earlier invitation of mine. The link’s secret stays on the device.',
  auth: 'session',
  body: z.strictObject({
    lookupId: LookupId,
    /** My key bundle, sealed with the link’s secret. */
    bundle: Bundle,
    /** The link’s secret, sealed for myself, so that I can confirm later and from another device. */
    kept: Bundle,
  }),
  status: 201,
  reply: z.strictObject({ expiresAtMs: WallMs }),
  errors: ['already_linked'],
})

export const getMyInvitation = route({
  method: 'GET',
  path: '/api/invitations/mine',
  summary: 'My open invitation, and the acceptance once there is one.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    invitation: z
      .strictObject({
        lookupId: LookupId,
        bundle: Bundle,
        kept: Bundle,
        expiresAtMs: WallMs,
        acceptance: Bundle.nullable(),
      })
      .nullable(),
  }),
  errors: [],
})

export const withdrawInvitation = route({
  method: 'DELETE',
  path: '/api/invitations/mine',
  summary: 'Withdraw my invitation, accepted or not. Its link becomes an unknown one.',
  auth: 'session',
  status: 204,
  errors: [],
})

export const openInvitation = route({
  method: 'POST',
  path: '/api/invitations/open',
  summary: 'Look at an invitation. Needs no account, leaves no trace, tells its maker nothing.',
  auth: 'none',
  body: ofLink,
  status: 200,
  reply: z.strictObject({ bundle: Bundle, expiresAtMs: WallMs }),
  errors: ['invitation_unknown', 'invitation_expired', 'invitation_used', 'invitation_own'],
})

export const acceptInvitation = route({
  method: 'POST',
  path: '/api/invitations/accept',
  summary: 'Accept an invitation with my own key bundle, sealed with the link’s secret. Works once.',
  auth: 'session',
  body: z.strictObject({ lookupId: LookupId, acceptance: Bundle }),
  status: 204,
  errors: ['invitation_unknown', 'invitation_expired', 'invitation_used', 'invitation_own', 'already_linked'],
})

export const confirmInvitation = route({
  method: 'POST',
  path: '/api/invitations/confirm',
  summary: 'Confirm who accepted my invitation. From here on the two are linked.',
  auth: 'session',
  body: z.strictObject({
    lookupId: LookupId,
    /** Chosen by my device and part of what it signed. */
    partnershipId: Id,
    partnerId: Id,
    /** The first partnership key, wrapped to both of us and signed by me. */
    epochKeys: Bundle,
  }),
  status: 201,
  reply: z.strictObject({ partnershipId: Id }),
  errors: ['invitation_unknown', 'invitation_expired', 'invitation_not_accepted', 'already_linked', 'version_conflict'],
})
