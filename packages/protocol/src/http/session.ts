import * as z from 'zod'
import { Email, Id, Key, WallMs } from '../scalars.ts'
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

export const listSessions = route({
  method: 'GET',
  path: '/api/sessions',
  summary: 'My open sessions, newest first.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({
    sessions: z.array(z.strictObject({ sessionId: Id, startedAtMs: WallMs, current: z.boolean() })),
  }),
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
