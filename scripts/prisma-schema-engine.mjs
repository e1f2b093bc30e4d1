#!/usr/bin/env node
// Speaks the command line and JSON-RPC of Prisma's native `schema-engine`, over Prisma's own WebAssembly build of the
// same commit and `pg`. prisma.config.ts points Prisma here where the native engine could not be downloaded.

import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as engineGlue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const INTERNAL_CHAR = 18 // the catalog's "char" type, which the adapter refuses and the engine's own queries select
const TEXT = 25

/** Methods whose answer the caller expects to be an object, where the engine gives nothing. */
const ANSWER_IS_EMPTY_OBJECT = new Set([
  'dbExecute',
  'reset',
  'markMigrationApplied',
  'markMigrationRolledBack',
  'ensureConnectionValidity',
])

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    version: { type: 'boolean' },
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
  },
})
/** @type {{ url?: string, shadowDatabaseUrl?: string }} */
const datasource = typeof flags.datasource === 'string' ? JSON.parse(flags.datasource) : {}

if (flags.version) printVersion()
else if (positionals[0] === 'cli') await runDatabaseCommand(positionals[1])
else serveRequests()

function printVersion() {
  const { version } = JSON.parse(
    readFileSync(new URL(import.meta.resolve('@prisma/schema-engine-wasm/package.json')), 'utf8'),
  )
  console.log(`schema-engine-wasm ${version.split('.').pop()}`)
}

// --- one-off commands: does the database exist, create it, drop it ---------------------------------------------

/** @param {string | undefined} command */
async function runDatabaseCommand(command) {
  const url = new URL(datasource.url ?? '')
  const database = decodeURIComponent(url.pathname.slice(1))
  process.stderr.write('\n') // the caller drops the first line
  try {
    if (command === 'can-connect-to-database') await runSql(url.href, 'SELECT 1')
    if (command === 'create-database')
      await runSql(withDatabase(url.href, 'postgres'), `CREATE DATABASE ${pg.escapeIdentifier(database)}`)
    if (command === 'drop-database')
      await runSql(withDatabase(url.href, 'postgres'), `DROP DATABASE ${pg.escapeIdentifier(database)} WITH (FORCE)`)
  } catch (error) {
    logError(errorMessage(error), errorCode(error) === '3D000' ? 'P1003' : 'P1001')
    process.exitCode = 1
  }
}

/** @param {string} message @param {string} code */
function logError(message, code) {
  const fields = { message, is_panic: false, error_code: code }
  const line = { timestamp: new Date().toISOString(), level: 'ERROR', target: 'schema_engine::logger', fields }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

// --- requests, one JSON document a line ------------------------------------------------------------------------

function serveRequests() {
  const engine = loadEngine()
  const lines = createInterface({ input: process.stdin })
  /** @type {unknown} */
  let pendingId
  // A panic of the engine surfaces as an uncaught exception: answer the request with it instead of dying silently.
  process.on('uncaughtException', (error) => {
    send({ id: pendingId, error: rpcError(engine.lastPanic() ?? error.stack ?? error.message, true) })
    process.exitCode = 1
  })
  let queue = Promise.resolve()
  lines.on('line', (line) => {
    const request = JSON.parse(line)
    if (!request.method) return
    queue = queue.then(async () => {
      pendingId = request.id
      send(await answer(engine, request))
    })
  })
  lines.on('close', () => void queue.then(() => process.exit(0)))
}

/**
 * @param {ReturnType<typeof loadEngine>} engine
 * @param {{ id: unknown, method: string, params: any }} request
 */
async function answer(engine, { id, method, params }) {
  const connections = new Connections()
  try {
    const result = await call(await engine.create(connections), method, params)
    return { id, result: result ?? (ANSWER_IS_EMPTY_OBJECT.has(method) ? {} : null) }
  } catch (error) {
    return { id, error: rpcError(engine.lastPanic() ?? errorMessage(error), false, errorCode(error)) }
  } finally {
    await connections.closeAll()
  }
}

/** @param {any} engine @param {string} method @param {any} params */
async function call(engine, method, params) {
  // These two only find the shadow database when an earlier call on the same engine has set it up.
  if (method === 'evaluateDataLoss' || method === 'createMigration')
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
  if (method === 'getDatabaseVersion') return engine.version(undefined)
  if (method !== 'diff') return engine[method](params)
  const { stdout, ...result } = await engine.diff({ shadowDatabaseUrl: null, ...params })
  if (stdout) send({ id: randomUUID(), method: 'print', params: { content: stdout.replace(/\n$/, '') } })
  return result
}

/** @param {string} message @param {boolean} isPanic @param {string} [code] */
function rpcError(message, isPanic, code) {
  const data = { is_panic: isPanic, message, meta: null, error_code: code }
  return { code: 4466, message: 'An error happened. Check the data field for details.', data }
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

function loadEngine() {
  /** @type {string | undefined} */
  let panic
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ text) => (panic = text) },
  })
  const bytes = readFileSync(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')))
  /** @type {{ exports: any }} */
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': engineGlue })
  engineGlue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()

  const models = Array.isArray(flags.datamodels) ? flags.datamodels.map(String) : undefined
  /** @type {[string, string][] | undefined} */
  const datamodels = models?.map((path) => [path, readFileSync(path, 'utf8')])
  const onLog = (/** @type {string} */ line) => process.env.DEBUG && process.stderr.write(`${line}\n`)
  return {
    lastPanic: () => panic,
    // One engine per request: an engine loses its shadow database on some calls.
    create: (/** @type {Connections} */ connections) =>
      engineGlue.SchemaEngine.new({ datamodels }, onLog, connections.factory()),
  }
}

// --- connections -----------------------------------------------------------------------------------------------

/** What one request has opened; the engine does not close all of it. */
class Connections {
  /** @type {Set<() => Promise<void>>} */
  #open = new Set()

  factory() {
    const schema = datasource.url ? (new URL(datasource.url).searchParams.get('schema') ?? undefined) : undefined
    return bindMigrationAwareSqlAdapterFactory({
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => this.#connect(datasource.url ?? '', schema),
      connectToShadowDb: () => this.#connectToShadow(schema),
    })
  }

  async closeAll() {
    for (const close of this.#open) await close()
  }

  /** @param {string | undefined} schema */
  async #connectToShadow(schema) {
    if (datasource.shadowDatabaseUrl) return this.#connect(datasource.shadowDatabaseUrl, schema)
    const url = datasource.url ?? ''
    const name = `prisma_migrate_shadow_db_${randomUUID()}`
    await runSql(url, `CREATE DATABASE "${name}"`)
    return this.#connect(withDatabase(url, name), schema, () =>
      runSql(url, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
    )
  }

  /**
   * One connection, so that advisory locks of the session hold.
   * @param {string} url
   * @param {string | undefined} schema
   * @param {() => Promise<void>} [afterClose]
   */
  async #connect(url, schema, afterClose) {
    const pool = new pg.Pool({ connectionString: url, max: 1 })
    /** @type {any} */
    const adapter = await new PrismaPg(pool, schema ? { schema } : {}).connect()
    handOverInternalCharsAsText(adapter)
    // The whole script in one message, as the native engine does: the adapter would split it at every `;`.
    adapter.executeScript = async (/** @type {string} */ script) => {
      try {
        await pool.query(script)
      } catch (error) {
        adapter.onError(error)
      }
    }
    const close = async () => {
      if (!this.#open.delete(close)) return
      await pool.end()
      await afterClose?.()
    }
    adapter.dispose = close
    this.#open.add(close)
    return adapter
  }
}

/** @param {any} adapter */
function handOverInternalCharsAsText(adapter) {
  const { queryRaw } = adapter
  adapter.queryRaw = async (/** @type {unknown} */ query) => {
    const answer = await adapter.performIO(query)
    /** @type {number[]} */
    const chars = []
    for (const [index, field] of answer.fields.entries()) {
      if (field.dataTypeID !== INTERNAL_CHAR) continue
      field.dataTypeID = TEXT
      chars.push(index)
    }
    const answered = Object.assign(Object.create(adapter), { performIO: async () => answer })
    const result = await queryRaw.call(answered, query)
    for (const index of chars) result.columnTypes[index] = ColumnTypeEnum.Character
    return result
  }
}

/** @param {string} url @param {string} sql */
async function runSql(url, sql) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** @param {string} url @param {string} database */
function withDatabase(url, database) {
  const changed = new URL(url)
  changed.pathname = `/${database}`
  return changed.href
}

/** @param {unknown} error */
function errorMessage(error) {
  return error instanceof Error ? error.message : String(error)
}

/** @param {unknown} error */
function errorCode(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
