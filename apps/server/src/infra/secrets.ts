import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const SECRET_BYTES = 32
const FILE_NAME = 'secrets.json'
const OWNER_ONLY = 0o600

const secret = z.string().regex(/^[\w-]{43}$/, 'is not 32 bytes in base64url')
const schema = z.strictObject({
  /** Encrypts the session cookie. */
  authSecret: secret,
  /** Mixed into every password hash, so that a copy of the database alone cannot be guessed at. */
  pepper: secret,
  /** Proves to the front door that a call comes from our own page server. */
  internalToken: secret,
  /** Derives the answers for e-mail addresses nobody has signed up with. */
  enumerationKey: secret,
})

export type Secrets = Readonly<z.infer<typeof schema>>

/** The secrets file cannot be used as it is; the message says what to do. */
export class SecretsError extends Error {
  override readonly name = 'SecretsError'
}

/**
 * Reads the data folder's secrets, and makes them at the first start. `mayCreate` is false where a database exists
 * already: new secrets would lock everybody out of it.
 */
export function loadSecrets(folder: string, { mayCreate }: { mayCreate: boolean }): Secrets {
  const file = join(folder, FILE_NAME)
  const existing = readIfPresent(file)
  if (existing !== undefined) return parse(file, existing)
  if (!mayCreate) {
    throw new SecretsError(`${file} is missing, but the database beside it is not. Put the file back from your backup.`)
  }
  createAtomically(file, JSON.stringify(newSecrets(), null, 2))
  return parse(file, readFileSync(file, 'utf8'))
}

function newSecrets(): Secrets {
  const fresh = () => randomBytes(SECRET_BYTES).toString('base64url')
  return { authSecret: fresh(), pepper: fresh(), internalToken: fresh(), enumerationKey: fresh() }
}

/** Complete on disk before it has its name; where two starts race, the first one's file stays. */
function createAtomically(file: string, text: string): void {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`
  writeFileSync(draft, text, { mode: OWNER_ONLY, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
  flushFolder(join(file, '..'))
}

/** A new name survives a power cut only when its folder is on disk too. Windows has no such call. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function readIfPresent(file: string): string | undefined {
  try {
    if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw error
  }
}

function parse(file: string, text: string): Secrets {
  const result = schema.safeParse(parseJson(text))
  if (result.success) return result.data
  // Names of fields only: the values are what must not be shown.
  const fields = result.error.issues.map((issue) => issue.path.join('.')).filter(Boolean)
  const where = fields.length > 0 ? ` (${[...new Set(fields)].join(', ')})` : ''
  throw new SecretsError(
    `${file} is damaged${where}. Put it back from your backup. Without it nobody can sign in again with their password.`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined // the schema refuses it with the same words as any other damage
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
