import type { ServerRun } from './features/check-in/server-run.ts'
import type { PushRounds } from './features/push/rounds.ts'
import type { Clock } from './infra/clock.ts'
import type { Config } from './infra/config.ts'
import type { Database } from './infra/db.ts'
import type { Logger } from './infra/logger.ts'
import type { Mailer } from './infra/mailer/mailer.ts'
import type { PushSender } from './infra/push/push-sender.ts'
import type { Secrets } from './infra/secrets.ts'
import type { Fanout } from './realtime/fanout.ts'

/** What every feature is given: the outside world, passed in. */
export interface Context {
  readonly config: Config
  readonly secrets: Secrets
  readonly db: Database
  readonly clock: Clock
  readonly logger: Logger
  readonly mailer: Mailer
  readonly push: PushSender
  readonly fanout: Fanout
  readonly serverRun: ServerRun
  readonly pushRounds: PushRounds
}
