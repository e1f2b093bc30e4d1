import * as z from 'zod'
import { Bytes } from '../scalars.ts'
import { route } from './contract.ts'

/** Where a browser takes pushes, as its push service gave it. Which of them are refused is the server's to say. */
const Endpoint = z.string().min(1).max(1024)

/** What this browser's `PushSubscription` says of itself. */
export const Subscription = z.strictObject({
  endpoint: Endpoint,
  /** The browser's public key: an uncompressed point on P-256. */
  p256dh: Bytes(65, 65),
  auth: Bytes(16, 16),
})

export const getPush = route({
  method: 'GET',
  path: '/api/push',
  summary: 'The key this server pushes with, and where it would push to this session; null where it would not.',
  auth: 'session',
  status: 200,
  reply: z.strictObject({ serverKey: Bytes(65, 65), endpoint: Endpoint.nullable() }),
  errors: [],
})

export const putSubscription = route({
  method: 'PUT',
  path: '/api/push/subscription',
  summary:
    'Push to this session here from now on. With `renewal` only where there was one before: what a browser does by itself must not undo a no.',
  auth: 'session',
  body: Subscription.extend({ renewal: z.boolean() }),
  status: 204,
  errors: ['not_linked', 'not_found', 'push_refused'],
})

export const deleteSubscription = route({
  method: 'DELETE',
  path: '/api/push/subscription',
  summary: 'Push nothing to this session any more.',
  auth: 'session',
  status: 204,
  errors: [],
})

/** What is pushed, sealed for the browser. Nothing else goes this way: neither who nor why. */
export const Pushed = z.strictObject({ v: z.literal(1), kind: z.literal('pause'), until: z.int().nonnegative() })
export type Pushed = z.infer<typeof Pushed>
