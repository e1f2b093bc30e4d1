import pg from 'pg'
import { retry } from '../backoff.ts'
import type { Logger } from '../logger.ts'
import type { Cluster } from './cluster.ts'

/** Keeps one server running until it is told to stop: a server that dies is started again. */
export class PostgresSupervisor {
  readonly #cluster: Cluster
  readonly #logger: Logger
  readonly #stopping = new AbortController()
  readonly #done: Promise<void>

  /** The server must be running already. */
  constructor(cluster: Cluster, logger: Logger) {
    this.#cluster = cluster
    this.#logger = logger.child({ component: 'postgres' })
    this.#done = this.#keepRunning()
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#done
    await this.#cluster.stop()
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      const reason = await untilDisconnected(this.#cluster.url(), this.#stopping.signal)
      if (this.#stopping.signal.aborted) return
      this.#logger.error({ reason }, 'the database server went away; starting it again')
      const onFailure = (error: unknown, delayMs: number) =>
        this.#logger.error({ err: error, delayMs }, 'the database server did not start; trying again')
      const result = await retry(() => this.#cluster.start(), onFailure, this.#stopping.signal)
      if (result) this.#logger.info({ event: result, pid: this.#cluster.pid }, 'the database server is back')
    }
  }
}

/** Holds one idle connection: the system closes it the moment the server dies, so there is nothing to poll. */
function untilDisconnected(url: string, signal: AbortSignal): Promise<string> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'turnstone supervisor' })
  return new Promise((resolve) => {
    const finish = (reason: string) => {
      signal.removeEventListener('abort', onAbort)
      client.removeAllListeners('end')
      client.end().catch(() => {}) // it is closed or closing either way
      resolve(reason)
    }
    const onAbort = () => finish('stopping')
    signal.addEventListener('abort', onAbort)
    client.on('error', (error) => finish('code' in error ? String(error.code) : 'connection lost'))
    client.once('end', () => finish('connection closed'))
    client.connect().catch(() => finish('connection refused'))
  })
}
