import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { IssueCookie } from '@turnstone/testkit'
import { freePort } from '../../src/infra/free-port.ts'
import { cookieIssuer } from './server.ts'
import { until } from './until.ts'

const SCRIPT = fileURLToPath(new URL('./serve.ts', import.meta.url))

/** A server process on a data folder, to be killed and started again on the same address. */
export class ServerProcess {
  readonly folder = mkdtempSync(join(tmpdir(), 'turnstone-crash-'))
  readonly port: number
  readonly url: string
  output = ''
  #child: ChildProcess | null = null
  #killed = Number.NaN

  private constructor(port: number) {
    this.port = port
    this.url = `http://127.0.0.1:${port}`
  }

  static async start(): Promise<ServerProcess> {
    const server = new ServerProcess(await freePort())
    await server.start()
    return server
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [SCRIPT, this.folder, String(this.port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    child.stderr?.on('data', (chunk) => {
      this.output += chunk
    })
    const lines = createInterface({ input: child.stdout })
    await Promise.race([
      once(lines, 'line'),
      once(child, 'exit').then(() => Promise.reject(new Error(`the server did not start: ${this.output}`))),
    ])
  }

  get issueCookie(): IssueCookie {
    return cookieIssuer(this.url, JSON.parse(readFileSync(join(this.folder, 'secrets.json'), 'utf8')))
  }

  /** No warning, no last word. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Those who serve a connection may live on for a moment, and even commit in it; then nothing answers for a while. */
  killPostgres(): void {
    this.#killed = this.#postmaster()
    process.kill(this.#killed, 'SIGKILL')
  }

  /** PostgreSQL runs again, which it does only once everything of the one before is gone, and answers. */
  async postgresIsBack(): Promise<void> {
    await until('another PostgreSQL runs', () => this.#postmaster() !== this.#killed)
    await until('it answers', async () => (await fetch(`${this.url}/health/ready`)).ok)
  }

  /** NaN while there is none. */
  #postmaster(): number {
    const file = join(this.folder, 'postgres', 'pgdata', 'postmaster.pid')
    return existsSync(file) ? Number.parseInt(readFileSync(file, 'utf8'), 10) : Number.NaN
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM')
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const exited = once(child, 'exit')
    child.kill(signal)
    await exited
  }
}
