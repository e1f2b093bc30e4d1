import * as z from 'zod'
import { Bytes, Email, Id, Key, WallMs } from '../scalars.ts'
import { route } from './contract.ts'

export const startSession = route({
  method: 'POST',
  path: '/api/internal/sessions',
  summary: 'Start a session for a person who proved their key. Only the cookie issuer calls this.',
  auth: 'internal',
  body: z.strictObject({ email: Email, authKey: Key }),
  status: 201,
  reply: z.strictObject({ userId: Id, sessionId: Id, sessionVersion: z.int().positive() }),
  errors: ['wrong_credentials', 'too_many_requests'],
})

export const endIssuedSession = route({
  method: 'DELETE',
  path: '/api/internal/sessions/:sessionId',
  summary: 'End the session of a person who signs out. Only the cookie issuer calls this.',
  auth: 'internal',
  params: z.strictObject({ sessionId: Id }),
  status: 204,
  errors: ['not_found'],
})

/** What kind of browser it is, sealed by it for its owner: always of one size. Null where it never opened the pages. */
const Label = Bytes(711, 711)

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary:
    'My open sessions, newest first; and `news`: those that began after this one, ended or not, until I have said that I know of them.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    sessions: z.array(
      z.strictObject({ sessionId: Id, startedAtMs: WallMs, current: z.boolean(), label: Label.nullable() }),
    ),
    news: z.array(z.strictObject({ sessionId: Id, startedAtMs: WallMs, ended: z.boolean(), label: Label.nullable() })),
  }),
  errors: [],
})

export const labelSession = route({
  method: 'PUT',
  path: '/api/sessions/current/label',
  summary: 'Say what this session is, sealed for myself.',
  auth: 'session',
  body: z.strictObject({ label: Label }),
  status: 204,
  errors: [],
})

export const knowSession = route({
  method: 'POST',
  path: '/api/sessions/:sessionId/known',
  summary: 'Say that I know of a session of mine. Only a session that began before it can.',
  auth: 'session',
  params: z.strictObject({ sessionId: Id }),
  status: 204,
  errors: ['not_found'],
})

export const endOtherSessions = route({
  method: 'DELETE',
  path: '/api/sessions',
  summary: 'End all of my sessions but this one at once, their sockets included.',
  auth: 'session',
  status: 204,
  errors: [],
})

export const endSession = route({
  method: 'DELETE',
  path: '/api/sessions/:sessionId',
  summary: 'End one of my sessions at once, its sockets included.',
  auth: 'session',
  params: z.strictObject({ sessionId: Id }),
  status: 204,
  errors: ['not_found'],
})
