import { createTransport } from 'nodemailer'
import { retry } from '../backoff.ts'
import type { Logger } from '../logger.ts'
import { isLoopback } from '../settings.ts'
import type { Mail, Mailer } from './mailer.ts'

const TIMEOUT_MS = 15_000
/** As long as somebody may be looking at an empty mailbox. */
const GIVE_UP_AFTER_MS = 5 * 60_000

export type SmtpConfig = {
  /** `smtp://` (upgraded to TLS, except to this machine itself) or `smtps://`. */
  readonly url: string
  readonly from: string
}

/** Sends by SMTP; tries again for some minutes where the other side is away or busy. */
export function smtp({ url, from }: SmtpConfig, logger: Logger): Mailer {
  const { hostname, protocol } = new URL(url)
  const transport = createTransport(
    {
      url,
      requireTLS: protocol === 'smtp:' && !isLoopback(hostname),
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    // Not to be answered by an absence notice, and not to be kept by a mailing list.
    { from, headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } },
  )
  const stopped = new AbortController()

  const deliver = async (mail: Mail): Promise<void> => {
    const signal = AbortSignal.any([stopped.signal, AbortSignal.timeout(GIVE_UP_AFTER_MS)])
    const warn = (error: unknown) => logger.warn({ err: error, component: 'mailer' }, 'a mail could not be sent yet')
    const outcome = await retry(() => transport.sendMail(mail).then(() => 'sent', refusedForGood), warn, signal)
    if (outcome !== 'sent') logger.warn({ component: 'mailer' }, 'a mail was given up')
  }

  return {
    way: 'mail',
    send: (mail) => void deliver(mail),
    async close() {
      stopped.abort()
      transport.close()
    },
  }
}

/** What another try would not change: a 5xx answer. Anything else is thrown again, to be tried again. */
function refusedForGood(error: unknown): 'refused' {
  const code = error instanceof Error && 'responseCode' in error ? error.responseCode : undefined
  if (typeof code === 'number' && code >= 500) return 'refused'
  throw error
}
