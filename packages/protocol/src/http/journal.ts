import * as z from 'zod'
import { LIMITS } from '../limits.ts'
import { Envelope, Id, WallMs } from '../scalars.ts'
import { route } from './contract.ts'

/** `drawer`: mine alone. `living`: both partners’. */
export const Room = z.enum(['drawer', 'living'])
const Cursor = z.string().regex(/^\d{1,18}$/)

export const Entry = z.strictObject({
  entryId: Id,
  room: Room,
  authorId: Id,
  envelope: Envelope(LIMITS.entryBytes),
  savedAtMs: WallMs,
  cursor: Cursor,
})
export type Entry = z.infer<typeof Entry>

export const saveEntry = route({
  method: 'PUT',
  path: '/api/journal/entries/:entryId',
  summary: 'Save a sealed entry. The same `mutationId` is applied once; a record is kept once per check-in.',
  auth: 'session',
  params: z.strictObject({ entryId: Id }),
  body: z.strictObject({
    mutationId: Id,
    room: Room,
    envelope: Envelope(LIMITS.entryBytes),
    /** Set when this is the record of a check-in. */
    checkInId: Id.optional(),
  }),
  status: 200,
  reply: z.strictObject({ cursor: Cursor }),
  errors: ['not_linked', 'not_found', 'version_conflict'],
})

export const listEntries = route({
  method: 'GET',
  path: '/api/journal/entries',
  summary: 'Entries I may read in this room, oldest first, after a cursor.',
  auth: 'session',
  query: z.strictObject({
    room: Room,
    after: Cursor.default('0'),
    /** A link that I am or was in; without it the living room is that of the link I am in. */
    of: Id.optional(),
  }),
  status: 200,
  reply: z.strictObject({ entries: z.array(Entry), more: z.boolean() }),
  errors: [],
})

export const getEntry = route({
  method: 'GET',
  path: '/api/journal/entries/:entryId',
  summary: 'One entry, if I may read it. Somebody else’s drawer answers as if there were nothing.',
  auth: 'session',
  params: z.strictObject({ entryId: Id }),
  status: 200,
  reply: Entry,
  errors: ['not_found'],
})
