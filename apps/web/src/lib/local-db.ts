import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What waits to be sent. `payload` is ciphertext and ids, never what a person wrote. */
export interface Waiting {
  readonly id: string
  readonly noun: string
  readonly savedAtMs: number
  readonly payload: unknown
}

interface Schema extends DBSchema {
  /** This device's keys: CryptoKeys that cannot be read out, and what they wrap. */
  keys: { key: string; value: unknown }
  outbox: { key: string; value: Waiting; indexes: { noun: string } }
  meta: { key: string; value: unknown }
}

export type LocalDb = IDBPDatabase<Schema>

let opened: Promise<LocalDb> | undefined

/** The device's database. Nothing in it can be read without the device key; signing out empties it. */
export function localDb(): Promise<LocalDb> {
  opened ??= openDB<Schema>('turnstone', 1, {
    upgrade(db) {
      db.createObjectStore('keys')
      db.createObjectStore('outbox', { keyPath: 'id' }).createIndex('noun', 'noun')
      db.createObjectStore('meta')
    },
    terminated() {
      opened = undefined
    },
  })
  return opened
}

export async function eraseLocalDb(): Promise<void> {
  const db = await localDb()
  const erase = db.transaction(['keys', 'outbox', 'meta'], 'readwrite')
  await Promise.all([
    erase.objectStore('keys').clear(),
    erase.objectStore('outbox').clear(),
    erase.objectStore('meta').clear(),
    erase.done,
  ])
}
