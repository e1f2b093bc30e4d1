import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const LOCK_FILE = 'lock'
const OWNER_FILE = 'running'

// A lock nobody refers to any more would be closed, and with it given away, by the garbage collector.
const held = new Set<DatabaseSync>()

/** The data folder cannot be used; the message says why. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

/** Makes the folder if need be. Others may pass through it (Postgres runs as another user under root), never list it. */
export function openDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    chmodSync(folder, process.getuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DataFolderError(
      `The data folder ${folder} cannot be made or used (${reason}). Choose another with TURNSTONE_DATA.`,
    )
  }
}

/**
 * Takes the folder for this process alone. The operating system lets go of the lock when the process ends, however it
 * ends, so that there is never a stale one. SQLite is used for nothing but its file lock.
 */
export function lockDataFolder(folder: string): { release(): void } {
  const file = join(folder, LOCK_FILE)
  const lock = new DatabaseSync(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (!isLocked(error)) throw error
    throw new DataFolderError(
      `Turnstone is already running on ${folder}${ownerOf(folder)}. Stop that one first, or choose another TURNSTONE_DATA.`,
    )
  }
  writeFileSync(join(folder, OWNER_FILE), String(process.pid))
  chmodSync(file, 0o600) // whoever can read it could hold it
  held.add(lock)
  return {
    release() {
      held.delete(lock)
      lock.close()
    },
  }
}

function ownerOf(folder: string): string {
  try {
    return ` (process ${readFileSync(join(folder, OWNER_FILE), 'utf8')})`
  } catch {
    return '' // only a hint, and its owner may not have written it yet
  }
}

function isLocked(error: unknown): boolean {
  const SQLITE_BUSY = 5
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
