import { createECDH } from 'node:crypto'
import type { http, RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes } from '../../infra/bytes.ts'
import type { Transaction } from '../../infra/db.ts'
import { isPushAddress } from '../../infra/push/push-address.ts'
import { requireMembership } from '../partnership/queries.ts'
import type { Person } from '../session/queries.ts'
import { deleteOfLink, deleteSubscription, insertJobs, type NewJob, putSubscription } from './store.ts'

type Body = RouteInput<typeof http.push.putSubscription>['body']

/**
 * Pushes to this session's browser from now on. Errors: `push_refused`, `not_linked`, `signed_out`, and `not_found` where a
 * browser renews what its owner has ended.
 */
export async function subscribe({ db }: Context, person: Person, body: Body): Promise<void> {
  const { endpoint, renewal } = body
  const [p256dh, auth] = [toBytes(body.p256dh), toBytes(body.auth)]
  if (!isPushAddress(endpoint) || !isPoint(p256dh)) throw new AppError('push_refused')
  const { partnershipId } = await requireMembership(db, person.accountId)
  const subscription = { sessionId: person.sessionId, endpoint, p256dh, auth }
  const outcome = await putSubscription(db, subscription, { partnershipId, onlyRenew: renewal })
  if (outcome === 'ended') throw new AppError('signed_out')
  if (outcome === 'none') throw new AppError('not_found')
}

export async function unsubscribe({ db }: Context, { sessionId }: Person): Promise<void> {
  await deleteSubscription(db, sessionId)
}

/** With the link ends what was pushed for it, to both. */
export const endPushes = (tx: Transaction, partnershipId: string): Promise<void> => deleteOfLink(tx, partnershipId)

/** In the transaction of the pause itself; `pushRounds` sends it once that is committed. */
export const pushPause = (tx: Transaction, push: PausePush): Promise<void> => insertJobs(tx, push)
export type PausePush = NewJob

/** Nothing can be sealed for a key that is no point on the curve. */
function isPoint(key: Uint8Array): boolean {
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    own.computeSecret(key)
    return true
  } catch {
    return false // what OpenSSL says about it is of no use to anybody
  }
}
