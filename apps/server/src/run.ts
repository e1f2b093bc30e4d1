import type { Agent } from 'node:https'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { buildServer } from './app.ts'
import { type Clock, systemClock } from './infra/clock.ts'
import { type Config, localUrl, onPort, readConfig } from './infra/config.ts'
import { lockDataFolder, openDataFolder } from './infra/data-folder.ts'
import { createDatabase } from './infra/db.ts'
import { freePort } from './infra/free-port.ts'
import { createLogger, type Logger } from './infra/logger.ts'
import { createMailer } from './infra/mailer/create-mailer.ts'
import { migrate } from './infra/migrate.ts'
import { Cluster, clusterExists } from './infra/postgres/cluster.ts'
import { PostgresSupervisor } from './infra/postgres/supervisor.ts'
import { createPushSender } from './infra/push/create-push-sender.ts'
import { loadSecrets, type Secrets } from './infra/secrets.ts'
import { forwardDevUpgrades } from './infra/web/dev-upgrades.ts'
import { pageEnvironment } from './infra/web/page-environment.ts'
import { PageServer } from './infra/web/page-server.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))
const DATABASE_NAME = 'turnstone'
const STOP_TIMEOUT_MS = 10_000

/** The pages: `built` starts our page server, `none` serves the API alone, a URL is a server that runs already. */
export type Pages = 'built' | 'none' | URL

export type RunOptions = {
  readonly env: NodeJS.ProcessEnv
  readonly clock?: Clock
  readonly pages?: Pages
  /** Settings of the built-in PostgreSQL on top of ours, for tests. */
  readonly postgresSettings?: Readonly<Record<string, string>>
  /** How push services are reached, for tests, where their names lead elsewhere. */
  readonly pushAgent?: Agent
  /** One plain sentence as each step begins. */
  readonly onProgress?: (step: string) => void
  readonly onReady?: (server: RunningServer) => void
}

export type RunningServer = {
  readonly config: Config
  readonly app: FastifyInstance
  /** Where it can be reached from this machine. */
  readonly url: string
  /** For a person to open. */
  readonly publicUrl: string
  /** Current process ids, for tests that kill. */
  pids(): { readonly postgres: number | null; readonly pages: number | undefined }
  /** Ends everything that was started, in reverse order, within ten seconds. */
  stop(): Promise<void>
}

/** Starts the whole service and returns when it answers. Whatever fails, nothing stays running. */
export async function run(options: RunOptions): Promise<RunningServer> {
  const progress = options.onProgress ?? (() => {})
  const { config, warnings } = await readSettings(options.env)
  for (const warning of warnings) progress(`Note: ${warning}`)
  const logger = createLogger(config.logLevel)
  const cleanups = new Cleanups()
  try {
    return await start({ ...options, progress, config, logger, cleanups })
  } catch (error) {
    await cleanups.runAll()
    throw error
  }
}

type StartContext = RunOptions & {
  readonly config: Config
  readonly logger: Logger
  readonly cleanups: Cleanups
  readonly progress: (step: string) => void
}

async function start(context: StartContext): Promise<RunningServer> {
  const { config, logger, cleanups, progress } = context
  openDataFolder(config.dataFolder)
  const database = config.databaseUrl ? external(config.databaseUrl) : await startBuiltIn(context)
  const secrets = loadSecrets(config.dataFolder, { mayCreate: database.isNew })

  progress('Bringing the database up to date')
  await migrate(database.url, MIGRATIONS, (name) => logger.info({ migration: name }, 'applying a migration'))
  const db = createDatabase(database.url, logger)
  cleanups.add(() => db.close())

  const mailer = createMailer(config, logger)
  cleanups.add(() => mailer.close())
  if (config.mailFolder) progress(`Note: there is no mail server (SMTP_URL). Mails are kept in ${config.mailFolder}`)

  const push = createPushSender(config, secrets, logger, context.pushAgent)
  cleanups.add(async () => push.close())

  const pages = await startPages(context, secrets)
  const clock = context.clock ?? systemClock
  const pagesInDevelopment = context.pages instanceof URL
  const app = await buildServer({
    config,
    secrets,
    db,
    clock,
    logger,
    mailer,
    push,
    webUpstream: pages.url,
    pagesInDevelopment,
  })
  cleanups.add(() => app.close())
  if (context.pages instanceof URL) forwardDevUpgrades(app.server, context.pages.href)

  progress('Opening the door')
  await listen(app, config)
  const server: RunningServer = {
    config,
    app,
    url: localUrl(config),
    publicUrl: config.publicOrigin,
    pids: () => ({ postgres: database.pid(), pages: pages.pid() }),
    stop: () => cleanups.runAll(),
  }
  context.onReady?.(server)
  return server
}

async function readSettings(env: NodeJS.ProcessEnv): Promise<{ config: Config; warnings: string[] }> {
  const { config, warnings } = readConfig(env)
  return { config: config.port === 0 ? onPort(config, await freePort()) : config, warnings }
}

type DatabaseServer = { readonly url: string; readonly isNew: boolean; pid(): number | null }

/** Somebody else's server: we never stop it, and its data folder holds nothing but the secrets. */
function external(url: string): DatabaseServer {
  return { url, isNew: true, pid: () => null }
}

async function startBuiltIn({
  config,
  logger,
  cleanups,
  progress,
  postgresSettings,
}: StartContext): Promise<DatabaseServer> {
  const lock = lockDataFolder(config.dataFolder)
  cleanups.add(async () => lock.release())
  const isNew = !clusterExists(config.dataFolder)
  // Before the database exists: a database without its secrets would be of no use to anybody.
  loadSecrets(config.dataFolder, { mayCreate: isNew })

  progress(isNew ? 'Setting up the database' : 'Starting the database')
  const cluster = await Cluster.open(config.dataFolder, postgresSettings)
  cleanups.add(() => cluster.stop())
  await cluster.start()
  await cluster.createDatabaseIfMissing(DATABASE_NAME)
  const supervisor = new PostgresSupervisor(cluster, logger)
  cleanups.add(() => supervisor.stop())
  return { url: cluster.url(DATABASE_NAME), isNew, pid: () => cluster.pid }
}

type PagesServer = { readonly url: string | null; pid(): number | undefined }

async function startPages(
  { config, logger, cleanups, progress, pages = 'built' }: StartContext,
  secrets: Secrets,
): Promise<PagesServer> {
  if (pages === 'none') return { url: null, pid: () => undefined }
  if (pages instanceof URL) return { url: pages.origin, pid: () => undefined }
  progress('Starting the pages')
  const server = await PageServer.start(pageEnvironment(config, secrets), logger)
  cleanups.add(() => server.stop())
  return { url: server.url, pid: () => server.pid }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw new StartError(listenProblem(error, host, port), { cause: error })
  }
}

/** The service cannot start as things are; the message says what to change. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

function listenProblem(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023 with PORT.`
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `HOST=${host} is not an address of this machine.`
  return `Listening on ${host}:${port} failed (${String(code ?? error)}).`
}

/** What to undo, last first; each is done once, and all together within the time limit. */
class Cleanups {
  readonly #steps: (() => Promise<void>)[] = []
  #running: Promise<void> | null = null

  add(step: () => Promise<void>): void {
    this.#steps.push(step)
  }

  runAll(): Promise<void> {
    this.#running ??= withTimeout(this.#runInOrder(), STOP_TIMEOUT_MS)
    return this.#running
  }

  async #runInOrder(): Promise<void> {
    const failures: unknown[] = []
    for (const step of this.#steps.toReversed()) {
      try {
        await step()
      } catch (error) {
        failures.push(error) // the others still have to be stopped
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'not everything stopped cleanly')
  }
}

async function withTimeout(work: Promise<void>, timeoutMs: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`did not stop within ${timeoutMs / 1000} s`)), timeoutMs)
  try {
    await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
