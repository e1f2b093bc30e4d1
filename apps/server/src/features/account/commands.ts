import { accountKeysStatement, http, type RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { hashAuthKey, verifyAuthKey } from '../../infra/auth-hash.ts'
import { toBytes, toText } from '../../infra/bytes.ts'
import { isSignedBy } from '../../infra/signature.ts'
import { TryLimiter } from '../../infra/try-limiter.ts'
import type { Person } from '../session/queries.ts'
import { findAccount, replaceCredentials } from './store.ts'

type ChangeBody = RouteInput<typeof http.account.changeKeys>['body']
type SealedKeys = ChangeBody['sealedKeys']
type NewPassword = NonNullable<ChangeBody['password']>

/** Wrong passwords of one session: whoever holds another one is not kept waiting by it. */
const wrongTries = new TryLimiter({ tries: 10, windowMs: 15 * 60_000 })

/**
 * Seals somebody's keys anew, for another password or sheet where they say so; with either, their other sessions end.
 * Errors: `wrong_password`, `version_conflict`, `bad_signature`, `too_many_requests`.
 */
export async function changeKeys(context: Context, person: Person, body: ChangeBody): Promise<void> {
  const { clock, db, secrets } = context
  const account = await findAccount(db, person.accountId)
  // Answered before, and the answer got lost: the present password may be the new one by now.
  if (isStored(account, body.sealedKeys)) return

  const now = clock.now().wallMs
  const waitMs = wrongTries.waitMs(person.sessionId, now)
  if (waitMs > 0) throw new AppError('too_many_requests', { retryAfterMs: waitMs })
  if (!(await verifyAuthKey(account.authHash, body.authKey, secrets.pepper))) {
    wrongTries.count(person.sessionId, now)
    throw new AppError('wrong_password')
  }
  wrongTries.forget(person.sessionId)

  requireOwnSignature(account, body.sealedKeys)
  await applyCredentials(context, {
    accountId: account.id,
    sealedKeys: body.sealedKeys,
    password: body.password,
    recoveryAuthKey: body.recoveryAuthKey,
    endSessions: body.password || body.recoveryAuthKey ? { exceptId: person.sessionId } : null,
  })
}

/** Only whoever can open the keys may put others in their place: a password or a mailbox alone must not destroy them. */
export function requireOwnSignature(account: { id: string; signingKey: Uint8Array }, sealed: SealedKeys): void {
  const statement = accountKeysStatement({ userId: account.id, ...sealed })
  if (!isSignedBy(account.signingKey, statement, toBytes(sealed.signature))) throw new AppError('bad_signature')
}

export const isStored = (account: { keys: Uint8Array }, { keys }: SealedKeys): boolean => toText(account.keys) === keys

/** All of it or nothing, and then the sockets of the sessions that ended with it. Errors: `version_conflict`. */
export async function applyCredentials(
  { db, clock, fanout, secrets }: Context,
  change: {
    accountId: string
    sealedKeys: SealedKeys
    password: NewPassword | undefined
    recoveryAuthKey: string | undefined
    endSessions: { exceptId: string | null } | null
  },
): Promise<void> {
  const { password, recoveryAuthKey, sealedKeys } = change
  const ended = await replaceCredentials(db, {
    accountId: change.accountId,
    version: sealedKeys.version,
    data: {
      keys: toBytes(sealedKeys.keys),
      ...(password && (await passwordData(password, secrets.pepper))),
      ...(recoveryAuthKey && { recoveryAuthHash: await hashAuthKey(recoveryAuthKey, secrets.pepper) }),
    },
    endSessions: change.endSessions,
    now: new Date(clock.now().wallMs),
  })
  if (!ended) throw new AppError('version_conflict')
  for (const sessionId of ended) fanout.closeSession(sessionId)
}

/** A password as the account's row has it. */
export async function passwordData({ seed, kdf, authKey }: NewPassword, pepper: string) {
  return { seed: toBytes(seed), kdf: http.account.Kdf.parse(kdf), authHash: await hashAuthKey(authKey, pepper) }
}
