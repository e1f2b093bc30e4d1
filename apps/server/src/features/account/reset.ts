import { createHash, randomBytes } from 'node:crypto'
import { http, type RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { verifyAuthKey } from '../../infra/auth-hash.ts'
import { TryLimiter } from '../../infra/try-limiter.ts'
import { passwordData } from './commands.ts'
import { resetMail } from './reset-mail.ts'
import { applyReset, findForLookup, findReset, insertReset } from './store.ts'

type AskBody = RouteInput<typeof http.recovery.askReset>['body']
type FinishBody = RouteInput<typeof http.recovery.finishReset>['body']

const HOUR_MS = 3_600_000
/** The mail says so too. */
const RESET_MS = HOUR_MS
const TOKEN_BYTES = 32

/** Mails to one address, known or not: nobody's mailbox is filled by a stranger. */
const mailsTo = new TryLimiter({ tries: 3, windowMs: HOUR_MS })

/**
 * Sends a link, if there is such an account, and says nothing about it: the work of sending begins after the answer.
 * An address that had three mails within the hour gets no more, in the same silence.
 */
export async function askReset(context: Context, { email, locale }: AskBody): Promise<void> {
  const { clock, config, db, mailer } = context
  const now = clock.now().wallMs
  const account = await findForLookup(db, email)
  if (mailer.way === 'none' || mailsTo.waitMs(email, now) > 0) return
  mailsTo.count(email, now)
  const token = randomBytes(TOKEN_BYTES)
  const write = account ? insertReset(db, resetOf(account.id, token, now), new Date(now)) : Promise.resolve()
  void write
    .then(() => account && mailer.send(resetMail({ to: email, locale, origin: config.publicOrigin, token })))
    .catch((error: unknown) => context.logger.warn({ err: error, component: 'reset' }, 'a link could not be made'))
}

const resetOf = (accountId: string, token: Buffer, nowMs: number) => ({
  tokenHash: hashOf(token),
  accountId,
  expiresAt: new Date(nowMs + RESET_MS),
})

/** Errors: `reset_ended`. Looking uses nothing up: mail scanners open links too. */
export async function openReset({ db, clock }: Context, token: string) {
  const reset = await findReset(db, hashOf(Buffer.from(token, 'base64url')))
  if (!reset || reset.usedAt || reset.expiresAt.getTime() <= clock.now().wallMs) throw new AppError('reset_ended')
  return { userId: reset.account.id, email: reset.account.email }
}

/**
 * A new password for the control plane: sign in, pause, end, unlink. What is sealed stays sealed for the password
 * before. All sessions end. Errors: `reset_ended`.
 */
export async function finishReset(context: Context, { token, password }: FinishBody): Promise<void> {
  const { clock, db, fanout, secrets } = context
  const tokenHash = hashOf(Buffer.from(token, 'base64url'))
  const reset = await findReset(db, tokenHash)
  if (!reset) throw new AppError('reset_ended')
  const { account } = reset
  const keysBehind = account.keysBehind ?? {
    seed: Buffer.from(account.seed).toString('base64url'),
    kdf: http.account.Kdf.parse(account.kdf),
  }
  const ended = await applyReset(db, {
    tokenHash,
    accountId: account.id,
    data: { ...(await passwordData(password, secrets.pepper)), keysBehind },
    now: new Date(clock.now().wallMs),
  })
  if (!ended) {
    // The answer to the same request may have got lost; another password is a replay.
    const isDone = reset.usedAt && (await verifyAuthKey(account.authHash, password.authKey, secrets.pepper))
    if (isDone) return
    throw new AppError('reset_ended')
  }
  for (const sessionId of ended) fanout.closeSession(sessionId)
}

/** The token itself is in the mail only. */
const hashOf = (token: Buffer) => new Uint8Array(createHash('sha256').update(token).digest())
