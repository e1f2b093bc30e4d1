import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { retry } from '../backoff.ts'
import { freePort } from '../free-port.ts'
import type { Logger } from '../logger.ts'

const SERVE_SCRIPT = fileURLToPath(new URL('../../../../web/serve.mjs', import.meta.url))
const BUILT_SERVER = fileURLToPath(new URL('../../../../web/.next/standalone/apps/web/server.js', import.meta.url))
const START_TIMEOUT_MS = 30_000
const STOP_TIMEOUT_MS = 3_000
const POLL_MS = 25

/** The pages' own server (Next), as a child process on a port of this machine only. Started again if it dies. */
export class PageServer {
  readonly url: string
  readonly #port: number
  readonly #env: Readonly<Record<string, string>>
  readonly #logger: Logger
  readonly #stopping = new AbortController()
  #child: ChildProcess
  #done: Promise<void>

  /** Returns when it answers. `env` is all that the child gets to know besides its address. */
  static async start(env: Readonly<Record<string, string>>, logger: Logger): Promise<PageServer> {
    if (!existsSync(BUILT_SERVER))
      throw new Error('The pages are not built. Run "npm start", or "npm run build" first.')
    const port = await freePort()
    const child = launch(port, env)
    await untilListening(child, port)
    return new PageServer(child, port, env, logger)
  }

  private constructor(child: ChildProcess, port: number, env: Readonly<Record<string, string>>, logger: Logger) {
    this.url = `http://127.0.0.1:${port}`
    this.#child = child
    this.#port = port
    this.#env = env
    this.#logger = logger.child({ component: 'pages' })
    this.#done = this.#keepRunning()
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await stopChild(this.#child)
    await this.#done
  }

  async #keepRunning(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await untilExit(this.#child)
      if (this.#stopping.signal.aborted) return
      this.#logger.error(
        { code: this.#child.exitCode, signal: this.#child.signalCode },
        'the page server died; starting it again',
      )
      const onFailure = (error: unknown, delayMs: number) =>
        this.#logger.error({ err: error, delayMs }, 'the page server did not start; trying again')
      await retry(() => this.#relaunch(), onFailure, this.#stopping.signal)
    }
  }

  async #relaunch(): Promise<void> {
    this.#child = launch(this.#port, this.#env)
    await untilListening(this.#child, this.#port)
    this.#logger.info({ pid: this.#child.pid }, 'the page server is back')
  }
}

function launch(port: number, env: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [SERVE_SCRIPT], {
    env: {
      ...inherited(),
      ...env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOSTNAME: '127.0.0.1',
      PORT: String(port),
    },
    // Its standard input is our lifeline: it closes when we end, however we end, and the child then leaves too.
    stdio: ['pipe', 'ignore', 'inherit'],
    // A group of its own, so that Ctrl-C reaches it through us, in order.
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
}

/** What a program needs to run at all. Nothing else of our environment: the database's address stays here. */
function inherited(): Record<string, string> {
  const names = ['PATH', 'SystemRoot', 'TMPDIR', 'TEMP']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
}

async function untilListening(child: ChildProcess, port: number): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (!(await accepts(port))) {
    if (hasExited(child)) throw new Error('the page server ended while it was starting')
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error('the page server does not answer')
    }
    await delay(POLL_MS)
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (hasExited(child)) return
  const exit = untilExit(child)
  child.kill('SIGTERM')
  const tooLate = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
  await exit
  clearTimeout(tooLate)
}

async function untilExit(child: ChildProcess): Promise<void> {
  if (!hasExited(child)) await once(child, 'exit')
}

function hasExited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
