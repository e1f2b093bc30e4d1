import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../free-port.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { isServerOf, readPidFile, removePidFile } from './pid-file.ts'
import { giveTo, postgresUser, type UnixUser } from './run-as.ts'

const START_TIMEOUT_MS = 60_000
const LAUNCH_PATIENCE_MS = 5_000
const POLL_MS = 50
const CONNECT_TIMEOUT_MS = 2_000
const LOG_TAIL_LINES = 8

/** Settings of every server we start: reachable from this machine only, over TCP, with a password. */
const SERVER_SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  logging_collector: 'off',
  // Errors would repeat values of the rows and the statements they came with.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
}

type Settings = Readonly<Record<string, string>>

/** True where this data folder holds a built-in database already. */
export function clusterExists(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'postgres', 'pgdata', 'PG_VERSION'))
}

/** One PostgreSQL server and its files, under `<data folder>/postgres`. It outlives us, and we join it again. */
export class Cluster {
  readonly #folder: string
  readonly #pgdata: string
  readonly #binaries: Binaries
  readonly #user: UnixUser | null
  readonly #settings: Settings
  readonly #password: string
  #port: number | null = null

  /** Makes the files where there are none yet. Does not start the server. */
  static async open(dataFolder: string, settings: Settings = {}): Promise<Cluster> {
    const user = postgresUser()
    const binaries = await findBinaries(dataFolder, user)
    const folder = join(realpathSync(dataFolder), 'postgres')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    giveTo(user, folder)
    const cluster = new Cluster(folder, binaries, user, { ...SERVER_SETTINGS, ...settings })
    await cluster.#initialise()
    return cluster
  }

  private constructor(folder: string, binaries: Binaries, user: UnixUser | null, settings: Settings) {
    this.#folder = folder
    this.#pgdata = join(folder, 'pgdata')
    this.#binaries = binaries
    this.#user = user
    this.#settings = settings
    this.#password = this.#readOrMakePassword()
  }

  /** Where to connect. The port stays the same for the life of this object, whatever happens to the server. */
  url(database = 'postgres'): string {
    if (this.#port === null) throw new Error('the database server was not started')
    return this.#urlAt(this.#port, database)
  }

  /** The process id of the running server, or null. */
  get pid(): number | null {
    const file = readPidFile(this.#pgdata)
    return file && isServerOf(this.#pgdata, file.pid) ? file.pid : null
  }

  /** Starts the server or joins the one that runs already; returns when it answers. */
  async start(): Promise<'started' | 'joined'> {
    const deadline = Date.now() + START_TIMEOUT_MS
    const launchDeadline = Date.now() + LAUNCH_PATIENCE_MS
    for (;;) {
      const server = readPidFile(this.#pgdata)
      if (server === null) {
        if (await this.#launch()) return 'started'
        // The processes of a killed server need a moment to notice, and keep the next one from starting till then.
        if (Date.now() > launchDeadline) throw new Error(`PostgreSQL did not start.${this.#logTail()}`)
        await delay(POLL_MS)
        continue
      }
      if (await this.#answers(server.port)) {
        this.#port ??= server.port
        return 'joined'
      }
      if (!isServerOf(this.#pgdata, server.pid)) {
        removePidFile(this.#pgdata) // left behind by a server that was killed
        continue
      }
      // It is starting, recovering or stopping.
      if (Date.now() > deadline)
        throw new Error(`PostgreSQL (process ${server.pid}) does not answer.${this.#logTail()}`)
      await delay(POLL_MS)
    }
  }

  /** Ends all connections and stops the server; nothing to do where it is not running. */
  async stop(): Promise<void> {
    if (this.pid === null) return
    await this.#run(this.#binaries.pgCtl, ['-D', this.#pgdata, '-m', 'fast', '-w', 'stop'])
  }

  async createDatabaseIfMissing(name: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.url() })
    await client.connect()
    try {
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
      if (rowCount === 0) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
    } finally {
      await client.end()
    }
  }

  async #launch(): Promise<boolean> {
    const port = this.#port ?? (await freePort(this.#lastPort()))
    writeFileSync(this.#portFile, String(port))
    const options = Object.entries(this.#settings).map(([name, value]) => `-c ${name}='${value}'`)
    const args = ['-D', this.#pgdata, '-w', '-t', String(START_TIMEOUT_MS / 1000), '-l', this.#logFile]
    const status = await this.#run(this.#binaries.pgCtl, [...args, '-o', [`-p ${port}`, ...options].join(' '), 'start'])
    if (status !== 0) return false
    this.#port = port
    return true
  }

  async #initialise(): Promise<void> {
    this.#removeUnfinished()
    if (existsSync(join(this.#pgdata, 'PG_VERSION'))) return this.#refuseOtherVersion()
    const draft = mkdtempSync(join(this.#folder, 'init-')) // gets its name when it is complete
    giveTo(this.#user, draft)
    // The built-in provider's C.UTF-8: the same order everywhere, and lower('É') is 'é'.
    const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = ['-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${this.#passwordFile}`]
    const status = await this.#run(this.#binaries.initdb, ['-D', draft, ...access, ...locale, '--no-instructions'])
    if (status !== 0) throw new Error(`The database could not be set up in ${this.#folder}. ${this.#whyNot()}`)
    renameSync(draft, this.#pgdata)
  }

  /** What a kill in the middle of the first start left over. */
  #removeUnfinished(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.startsWith('init-')) rmSync(join(this.#folder, name), { recursive: true, force: true })
    }
  }

  #refuseOtherVersion(): void {
    const has = readFileSync(join(this.#pgdata, 'PG_VERSION'), 'utf8').trim()
    const needs = this.#binaries.majorVersion
    if (has !== needs) {
      throw new Error(
        `The database in ${this.#folder} was made by PostgreSQL ${has}; this version comes with ${needs}.`,
      )
    }
  }

  #whyNot(): string {
    return this.#user
      ? `It runs as the user "${this.#user.name}", who must be able to enter that folder: ` +
          'choose a TURNSTONE_DATA that every user may enter, such as /var/lib/turnstone.'
      : 'Is there space on the disk, and may you write there?'
  }

  #readOrMakePassword(): string {
    if (!existsSync(this.#passwordFile)) {
      const draft = `${this.#passwordFile}.new`
      writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
      giveTo(this.#user, draft)
      renameSync(draft, this.#passwordFile)
    }
    return readFileSync(this.#passwordFile, 'utf8').trim()
  }

  async #answers(port: number): Promise<boolean> {
    const connectionString = this.#urlAt(port, 'postgres')
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
    client.on('error', () => {}) // connect() rejects as well
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      return false // that is the answer; the caller decides what it means
    }
  }

  /** Runs one of Postgres' programs. Its output goes nowhere: a server it starts must not keep our pipes open. */
  #run(program: string, args: string[]): Promise<number> {
    const ids = this.#user ? { uid: this.#user.uid, gid: this.#user.gid } : {}
    const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { ...ids, env, cwd: this.#folder, stdio: 'ignore', windowsHide: true })
      child.once('error', (error) =>
        reject(new Error(`${program} could not be run. ${this.#whyNot()}`, { cause: error })),
      )
      child.once('exit', (status) => resolve(status ?? 1))
    })
  }

  #lastPort(): number | undefined {
    return existsSync(this.#portFile) ? Number(readFileSync(this.#portFile, 'utf8')) : undefined
  }

  #logTail(): string {
    if (!existsSync(this.#logFile)) return ''
    const lines = readFileSync(this.#logFile, 'utf8').trimEnd().split('\n').slice(-LOG_TAIL_LINES)
    return ` The end of ${this.#logFile}:\n  ${lines.join('\n  ')}`
  }

  #urlAt(port: number, database: string): string {
    return `postgresql://postgres:${this.#password}@127.0.0.1:${port}/${database}`
  }

  get #passwordFile(): string {
    return join(this.#folder, 'password')
  }

  get #portFile(): string {
    return join(this.#folder, 'port')
  }

  get #logFile(): string {
    return join(this.#folder, 'server.log')
  }
}
