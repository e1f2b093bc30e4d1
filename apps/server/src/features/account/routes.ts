import { http } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { serveRoute } from '../../http/serve-route.ts'
import { hashAuthKey } from '../../infra/auth-hash.ts'
import { toBytes, toText } from '../../infra/bytes.ts'
import { isUniqueViolation } from '../../infra/unique-violation.ts'
import { changeKeys } from './commands.ts'
import { decoyLookup } from './lookup.ts'
import { findAccount, findForLookup, insertAccount, replaceSealed } from './store.ts'

/** What every new account uses, and so what an unknown e-mail is answered with. */
const CURRENT_KDF = { version: 1, memoryKib: 65_536, iterations: 3, parallelism: 1 } as const

const KeysBehind = http.account.getAccount.reply.shape.keysBehind

const LOOKUPS_PER_MINUTE = 60
const SIGN_UPS_PER_MINUTE = 30

export function accountRoutes(app: FastifyInstance, context: Context): void {
  const { db, secrets } = context

  serveRoute(
    app,
    context,
    http.account.lookUpAccount,
    async ({ body }) => {
      const account = await findForLookup(db, body.email)
      const decoy = decoyLookup(body.email, secrets.enumerationKey)
      if (!account) return { ...decoy, kdf: CURRENT_KDF }
      return { userId: account.id, seed: toText(account.seed), kdf: http.account.Kdf.parse(account.kdf) }
    },
    { perMinute: LOOKUPS_PER_MINUTE },
  )

  serveRoute(
    app,
    context,
    http.account.createAccount,
    async ({ body }) => {
      const [authHash, recoveryAuthHash] = await Promise.all([
        hashAuthKey(body.authKey, secrets.pepper),
        hashAuthKey(body.recoveryAuthKey, secrets.pepper),
      ])
      try {
        const { id } = await insertAccount(db, {
          id: body.userId,
          email: body.email,
          seed: toBytes(body.seed),
          kdf: body.kdf,
          authHash,
          recoveryAuthHash,
          keys: toBytes(body.keys),
          signingKey: toBytes(body.publicKeys.signing),
          encryptionKey: toBytes(body.publicKeys.encryption),
          sealed: { create: { kind: 'profile', version: 1, sealed: toBytes(body.profile) } },
        })
        return { userId: id }
      } catch (error) {
        if (isUniqueViolation(error)) throw new AppError('email_taken')
        throw error
      }
    },
    { perMinute: SIGN_UPS_PER_MINUTE },
  )

  serveRoute(app, context, http.account.getAccount, async (_input, person) => {
    const account = await findAccount(db, person.accountId)
    return {
      userId: account.id,
      email: account.email,
      seed: toText(account.seed),
      kdf: http.account.Kdf.parse(account.kdf),
      keys: toText(account.keys),
      keysVersion: account.keysVersion,
      keysBehind: account.keysBehind ? KeysBehind.parse(account.keysBehind) : null,
      publicKeys: { signing: toText(account.signingKey), encryption: toText(account.encryptionKey) },
      sealed: account.sealed.map(({ kind, version, sealed }) => ({
        kind: http.account.SealedKind.parse(kind),
        version,
        sealed: toText(sealed),
      })),
    }
  })

  serveRoute(app, context, http.account.putSealed, async ({ params, body }, person) => {
    const isNext = await replaceSealed(db, {
      accountId: person.accountId,
      kind: params.kind,
      version: body.version,
      sealed: toBytes(body.sealed),
    })
    if (!isNext) throw new AppError('version_conflict')
    return undefined
  })

  serveRoute(app, context, http.account.changeKeys, async ({ body }, person) => {
    await changeKeys(context, person, body)
    return undefined
  })
}
