import type { http, RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { decoyHash, verifyAuthKey } from '../../infra/auth-hash.ts'
import { toText } from '../../infra/bytes.ts'
import { applyCredentials, isStored, requireOwnSignature } from './commands.ts'
import { findForRecovery } from './store.ts'

type OpenBody = RouteInput<typeof http.recovery.openRecovery>['body']
type RecoverBody = RouteInput<typeof http.recovery.recover>['body']

/**
 * The sealed keys, for whoever proves the code. An unknown e-mail costs the same work as a wrong code. No limit per
 * account: a code is 128 random bits, and a stranger must not be able to keep its owner waiting. Errors: `wrong_code`.
 */
export async function openRecovery({ db, secrets }: Context, { email, recoveryAuthKey }: OpenBody) {
  const account = await findForRecovery(db, email)
  const isRight = await verifyAuthKey(account?.recoveryAuthHash ?? decoyHash, recoveryAuthKey, secrets.pepper)
  if (!account || !isRight) throw new AppError('wrong_code')
  return { userId: account.id, keys: toText(account.keys), keysVersion: account.keysVersion }
}

/** A new password and sheet; all sessions end. Errors: `wrong_code`, `version_conflict`, `bad_signature`. */
export async function recover(context: Context, body: RecoverBody): Promise<void> {
  const { db, secrets } = context
  const account = await findForRecovery(db, body.email)
  const hash = account?.recoveryAuthHash ?? decoyHash
  if (!(await verifyAuthKey(hash, body.recoveryAuthKey, secrets.pepper)) || !account) {
    // Answered before, and the answer got lost: then the new code is the account's, and so are these keys.
    const isNew = await verifyAuthKey(hash, body.newRecoveryAuthKey, secrets.pepper)
    if (account && isNew && isStored(account, body.sealedKeys)) return
    throw new AppError('wrong_code')
  }
  requireOwnSignature(account, body.sealedKeys)
  await applyCredentials(context, {
    accountId: account.id,
    sealedKeys: body.sealedKeys,
    password: body.password,
    recoveryAuthKey: body.newRecoveryAuthKey,
    endSessions: { exceptId: null },
  })
}
