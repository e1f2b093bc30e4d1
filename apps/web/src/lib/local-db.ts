import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type IDBPTransaction, openDB } from 'idb'
import { isPageLeft, onPageLeft } from './page-left'

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

type Name = 'keys' | 'outbox' | 'meta'
type Keys = string | IDBKeyRange

type Running = Pick<IDBTransaction, 'abort'>

const ALL: Name[] = ['keys', 'outbox', 'meta']

let opened: Promise<IDBPDatabase<Schema>> | undefined
let running: Running | undefined
let last: Promise<unknown> = Promise.resolve()

function open(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('turnstone', 1, {
    upgrade(db, _from, _to, step) {
      running = step
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

/*
 * WebKit never ends what a page, or a worker with several transactions at a time, was in the middle of when it was left, and
 * everything later on this device waits for that (ADR 20). So there is one at a time, and a page that is left aborts its own.
 */
onPageLeft(() => {
  if (running) abort(running)
  void opened?.then((db) => db.close())
})

function abort(step: Running): void {
  try {
    step.abort()
  } catch (thrown) {
    // It was ending by itself.
    if (!(thrown instanceof DOMException && thrown.name === 'InvalidStateError')) throw thrown
  }
}

const NOBODY_HEARS = new Promise<never>(() => {})

async function run<Store extends Name, Mode extends IDBTransactionMode, Answer>(
  stores: Store[],
  mode: Mode,
  work: (step: IDBPTransaction<Schema, Store[], Mode>) => Promise<Answer>,
): Promise<Answer> {
  const db = await open()
  if (isPageLeft()) return NOBODY_HEARS
  const step = db.transaction(stores, mode)
  running = step
  const worked = work(step).catch((thrown: unknown) => {
    abort(step)
    throw thrown
  })
  const answered = Promise.all([worked, step.done])
  await Promise.allSettled([answered, step.done])
  running = undefined
  if (isPageLeft()) return NOBODY_HEARS
  return (await answered)[0]
}

function inTurn<Store extends Name, Mode extends IDBTransactionMode, Answer>(
  stores: Store[],
  mode: Mode,
  work: (step: IDBPTransaction<Schema, Store[], Mode>) => Promise<Answer>,
): Promise<Answer> {
  const answer = last.then(() => run(stores, mode, work))
  last = Promise.allSettled([answer])
  return answer
}

const inStore = <Store extends Name, Answer>(
  store: Store,
  read: (from: IDBPObjectStore<Schema, Store[], Store>) => Promise<Answer>,
) => inTurn([store], 'readonly', (step) => read(step.objectStore(store)))

/** Reads and writes in one step over all tabs. `work` may wait for nothing but what it asks of the store. */
const change = <Store extends Name, Answer>(
  store: Store,
  work: (store: IDBPObjectStore<Schema, Store[], Store, 'readwrite'>) => Promise<Answer>,
) => inTurn([store], 'readwrite', (step) => work(step.objectStore(store)))

/** The device's database. Nothing in it can be read without the device key; signing out empties it. */
export const localDb = {
  get: <Store extends Name>(store: Store, key: string) => inStore(store, (from) => from.get(key)),
  getAll: <Store extends Name>(store: Store, keys?: Keys) => inStore(store, (from) => from.getAll(keys)),
  getAllKeys: (store: Name, keys?: Keys) => inStore(store, (from) => from.getAllKeys(keys)),
  count: (store: Name, keys?: Keys) => inStore(store, (from) => from.count(keys)),
  waitingOf: (noun: string) => inStore('outbox', (from) => from.index('noun').getAll(noun)),
  put: <Store extends Name>(store: Store, value: Schema[Store]['value'], key?: string) =>
    change(store, async (to) => void (await to.put(value, key))),
  delete: (store: Name, key: string) => change(store, (from) => from.delete(key)),
  change,
  erase: () =>
    inTurn(ALL, 'readwrite', async (step) => {
      await Promise.all(ALL.map((store) => step.objectStore(store).clear()))
    }),
}
