import type { Agent } from 'node:https'
import type { Config } from '../config.ts'
import type { Logger } from '../logger.ts'
import type { Secrets } from '../secrets.ts'
import type { PushSender } from './push-sender.ts'
import { serverKeys } from './server-keys.ts'
import { WebPushSender } from './web-push-sender.ts'

export function createPushSender(config: Config, secrets: Secrets, logger: Logger, agent?: Agent): PushSender {
  return new WebPushSender(serverKeys(config.pushKey, secrets.authSecret), config.pushContact, logger, agent)
}
