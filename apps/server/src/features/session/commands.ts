import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { decoyHash, verifyAuthKey } from '../../infra/auth-hash.ts'
import { toBytes } from '../../infra/bytes.ts'
import { TryLimiter } from '../../infra/try-limiter.ts'
import type { Person } from './queries.ts'
import { findCredentials, insertSession, markKnown, markOthersEnded, markSessionEnded, setLabel } from './store.ts'

const SESSION_DAYS = 90
const DAY_MS = 86_400_000

/** Wrong keys for one e-mail, known or not, before it has to wait. */
const wrongTries = new TryLimiter({ tries: 10, windowMs: 15 * 60_000 })

/**
 * Starts a session for whoever proves the key. An unknown e-mail costs the same time and gets the same answer as a
 * wrong key. Errors: `wrong_credentials`, `too_many_requests`.
 */
export async function startSession(context: Context, { email, authKey }: { email: string; authKey: string }) {
  const { clock, db, secrets } = context
  const now = clock.now().wallMs
  const waitMs = wrongTries.waitMs(email, now)
  if (waitMs > 0) throw new AppError('too_many_requests', { retryAfterMs: waitMs })

  const account = await findCredentials(db, email)
  const isRight = await verifyAuthKey(account?.authHash ?? decoyHash, authKey, secrets.pepper)
  if (!account || !isRight) {
    wrongTries.count(email, now)
    throw new AppError('wrong_credentials')
  }
  const session = await insertSession(db, {
    id: randomUUID(),
    accountId: account.id,
    authHash: account.authHash,
    startedAt: new Date(now),
    expiresAt: new Date(now + SESSION_DAYS * DAY_MS),
  })
  if (!session) throw new AppError('wrong_credentials')
  wrongTries.forget(email)
  context.fanout.poke([account.id], 'session')
  return { userId: account.id, sessionId: session.id, sessionVersion: session.version }
}

/** Ends a session now: no request and no socket of it is answered from here on. `accountId` null: on the cookie issuer's word. */
export async function endSession(
  { db, clock, fanout }: Context,
  sessionId: string,
  accountId: string | null,
): Promise<void> {
  const wasOpen = await markSessionEnded(db, sessionId, accountId, new Date(clock.now().wallMs))
  if (!wasOpen) throw new AppError('not_found')
  fanout.closeSession(sessionId)
}

/** Ends all of a person's sessions but this one. */
export async function endOtherSessions({ db, clock, fanout }: Context, person: Person): Promise<void> {
  const ended = await markOthersEnded(db, person.accountId, person.sessionId, new Date(clock.now().wallMs))
  for (const sessionId of ended) fanout.closeSession(sessionId)
}

export async function labelSession({ db, fanout }: Context, person: Person, label: string): Promise<void> {
  await setLabel(db, person.sessionId, toBytes(label))
  fanout.poke([person.accountId], 'session')
}

/**
 * "It was me." A session cannot speak for itself, nor one that began after it: somebody who got in twice must not answer
 * for themselves. Errors: `not_found`.
 */
export async function knowSession({ db, clock, fanout }: Context, person: Person, sessionId: string): Promise<void> {
  const now = new Date(clock.now().wallMs)
  const { accountId, sessionId: bySessionId } = person
  if (!(await markKnown(db, { sessionId, accountId, bySessionId, now }))) throw new AppError('not_found')
  fanout.poke([accountId], 'session')
}
