import { randomUUID } from 'node:crypto'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { decoyHash, verifyAuthKey } from '../../infra/auth-hash.ts'
import { TryLimiter } from '../../infra/try-limiter.ts'
import { findCredentials, insertSession, markSessionEnded } from './store.ts'

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
