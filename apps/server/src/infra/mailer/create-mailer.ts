import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import { Folder } from './folder.ts'
import type { Mailer } from './mailer.ts'
import { smtp } from './smtp.ts'

const NOBODY: Mailer = { way: 'none', send() {}, async close() {} }

/**
 * By SMTP where it is set. Otherwise into a folder, but only for a server that this machine alone opens: elsewhere a
 * link that anybody could read from a disk would wait for somebody who never gets it.
 */
export function createMailer(config: Config, logger: Logger): Mailer {
  if (config.smtp) return smtp(config.smtp, logger)
  return config.mailFolder ? new Folder(config.mailFolder, logger) : NOBODY
}
