import {
  type AccountKey,
  type EnvelopeHash,
  type Keyring,
  newUuid,
  type PreviousHash,
  parseUuid,
  restoreAccountKeyFromDevice,
  restoreFromDevice,
  type Uuid,
  utf8Decode,
  utf8Encode,
  VaultError,
  wrapAccountKeyForDevice,
  wrapForDevice,
} from '@turnstone/vault'
import { localDb } from '@/lib/local-db'

const RECORD = 'device'
const ACCOUNT = 'account'
const CHAIN = 'chain'
const IV_BYTES = 12

type Sealed = Uint8Array<ArrayBuffer>

/** What this device keeps of one account. Only `key`, which cannot be read out, opens the rest. */
interface DeviceRecord {
  readonly userId: string
  readonly key: CryptoKey
  /** Another one after every closing: what began to open the pages before it must not finish after it. */
  readonly opening?: string | undefined
  /** Absent while locked. */
  readonly keyring: Sealed | null
  readonly accountKey: Sealed | null
  /** Shown until the person has it on paper, then gone. */
  readonly recoveryCode: Sealed | null
  /** The newest account bundle seen; an older one is refused. */
  readonly generation: number
  readonly pending?: Pending | null | undefined
}

/**
 * A change on its way to the server. Its answer may get lost, so what it comes to is kept before it is sent, and counts as
 * soon as the server shows `keys` as the account's own.
 */
interface Pending {
  readonly keys: string
  /** Absent when somebody locked meanwhile. */
  readonly keyring: Sealed | null
  readonly accountKey: Sealed | null
  readonly recoveryCode: Sealed | null
  readonly generation: number
}

const readAny = async () => (await localDb.get('keys', RECORD)) as DeviceRecord | undefined

async function read(userId: string): Promise<DeviceRecord | undefined> {
  const record = await readAny()
  return record?.userId === userId ? record : undefined
}

/**
 * Reads and writes in one step over all tabs, so that nobody writes back what a closing has just dropped. Undefined leaves
 * everything as it was.
 */
async function change(next: (now: DeviceRecord | undefined) => DeviceRecord | undefined): Promise<void> {
  await localDb.change('keys', async (keys) => {
    const record = next((await keys.get(RECORD)) as DeviceRecord | undefined)
    if (record) await keys.put(record, RECORD)
  })
}

/** Names the time between two closings on this device; undefined where it keeps no account. */
export const openingNow = async (): Promise<string | undefined> => (await readAny())?.opening

const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/**
 * Keeps an opened account so that a reload does not ask for anything. Somebody else's things are erased first. Throws
 * `keyring_locked` if the pages were closed, or signed out of, since `opening` was asked for.
 */
export async function keep(keyring: Keyring, opening: string | undefined, recoveryCodeText?: string): Promise<void> {
  const { userId } = keyring.identity
  const any = await readAny()
  requireOpening(any, opening)
  const before = any?.userId === userId ? any : undefined
  if (!before) await localDb.erase()
  const key = before?.key ?? (await newKey())
  const kept = {
    userId,
    key,
    keyring: await wrapForDevice(keyring, key),
    accountKey: (await wrapAccountKey(keyring, key)) ?? before?.accountKey ?? null,
    recoveryCode: recoveryCodeText ? await sealText(key, recoveryCodeText) : (before?.recoveryCode ?? null),
  }
  await change((now) => {
    requireOpening(now, before?.opening)
    const generation = Math.max(keyring.generation, now?.generation ?? 0)
    return { ...now, ...kept, opening: now?.opening ?? newUuid(), generation }
  })
}

function requireOpening(record: DeviceRecord | undefined, opening: string | undefined): void {
  if (record?.opening !== opening) throw new VaultError('keyring_locked', 'closed meanwhile')
}

/** Before a change is sent. Nothing else on this device changes with it. */
export async function keepPending(keyring: Keyring, keys: string, recoveryCodeText?: string): Promise<void> {
  const { userId } = keyring.identity
  const before = await read(userId)
  if (!before) await localDb.erase()
  const nothing = { userId, keyring: null, accountKey: null, recoveryCode: null, generation: 0 }
  const record: DeviceRecord = before ?? { ...nothing, opening: newUuid(), key: await newKey() }
  const pending = {
    keys,
    keyring: await wrapForDevice(keyring, record.key),
    accountKey: (await wrapAccountKey(keyring, record.key)) ?? null,
    recoveryCode: recoveryCodeText ? await sealText(record.key, recoveryCodeText) : null,
    generation: keyring.generation,
  }
  await change((now) => {
    // Signed out meanwhile: the change may count all the same, and this device keeps nothing of it.
    if (before && !now) return undefined
    const isClosed = before !== undefined && now?.opening !== before.opening
    return { ...(now ?? record), pending: isClosed ? { ...pending, keyring: null } : pending }
  })
}

/** True when the change that was on its way is the account's own now: from here on this device keeps what it came to. */
export async function settle(userId: Uuid, keys: string): Promise<boolean> {
  let settled = false
  await change((now) => {
    if (now?.userId !== userId || now.pending?.keys !== keys) return undefined
    settled = true
    const { keyring, accountKey, recoveryCode, generation } = now.pending
    return {
      ...now,
      keyring,
      accountKey: accountKey ?? now.accountKey,
      recoveryCode: recoveryCode ?? now.recoveryCode,
      generation,
      pending: null,
    }
  })
  return settled
}

/** Undefined when the account was opened with the recovery code, which does not know it. */
async function wrapAccountKey(keyring: Keyring, key: CryptoKey): Promise<Sealed | undefined> {
  try {
    return await wrapAccountKeyForDevice(keyring, key)
  } catch (thrown) {
    if (thrown instanceof VaultError && thrown.code === 'argument_invalid') return undefined
    throw thrown
  }
}

export async function restore(userId: Uuid): Promise<Keyring | undefined> {
  const record = await read(userId)
  return record?.keyring ? restoreFromDevice(record.keyring, record.key, userId) : undefined
}

export async function keptAccountKey(userId: Uuid): Promise<AccountKey | undefined> {
  const record = await read(userId)
  return record?.accountKey ? restoreAccountKeyFromDevice(record.accountKey, record.key, userId) : undefined
}

export async function keptRecoveryCode(userId: Uuid): Promise<string | undefined> {
  const record = await read(userId)
  return record?.recoveryCode ? openText(record.key, record.recoveryCode) : undefined
}

export async function dropRecoveryCode(userId: Uuid): Promise<void> {
  await change((now) => (now?.userId === userId ? { ...now, recoveryCode: null } : undefined))
}

export async function seenGeneration(userId: Uuid): Promise<number> {
  return (await read(userId))?.generation ?? 0
}

interface KeptAccount {
  readonly userId: string
  readonly sealed: Sealed
}

/** Keeps what the server says of the account; nothing where this device has no key to seal it with. */
export async function keepAccount(userId: Uuid, account: unknown): Promise<void> {
  const record = await read(userId)
  if (!record) return
  const kept: KeptAccount = { userId, sealed: await sealText(record.key, JSON.stringify(account)) }
  await localDb.put('keys', kept, ACCOUNT)
}

/** The account this device knows. Whoever asked parses it. */
export async function keptAccount(): Promise<unknown> {
  const kept = (await localDb.get('keys', ACCOUNT)) as KeptAccount | undefined
  const record = kept && (await read(kept.userId))
  return record && JSON.parse(await openText(record.key, kept.sealed))
}

/** Lock: the account key stays, what opens the pages without it goes. */
export async function dropKeyring(): Promise<void> {
  await change(
    (now) =>
      now && {
        ...now,
        opening: newUuid(),
        keyring: null,
        pending: now.pending && { ...now.pending, keyring: null },
      },
  )
}

/** Sign-out: nothing of the account stays on this device. */
export const eraseAll = localDb.erase

async function sealText(key: CryptoKey, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8Encode(text))
  return new Uint8Array([...iv, ...new Uint8Array(sealed)])
}

async function openText(key: CryptoKey, sealed: Sealed): Promise<string> {
  const iv = sealed.slice(0, IV_BYTES)
  return utf8Decode(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed.slice(IV_BYTES))))
}

/** Where an envelope stands among all that this device made. */
export interface DevicePlace {
  readonly deviceId: Uuid
  readonly deviceCounter: number
  /** Of the shared entry before it. */
  readonly previousHash: PreviousHash
}

interface Chain {
  readonly deviceId: string
  readonly counter: number
  readonly previousHash: EnvelopeHash | null
}

/**
 * Seals one envelope in this device's order: one writer at a time over all tabs, a counter that is never used twice, and,
 * for shared entries (`seal` returns their `hash`), the chain they continue.
 */
export function inOrder<Value>(
  seal: (place: DevicePlace) => Promise<{ readonly value: Value; readonly hash?: EnvelopeHash }>,
): Promise<Value> {
  return navigator.locks.request('turnstone.chain', async () => {
    const stored = (await localDb.get('meta', CHAIN)) as Chain | undefined
    const chain = stored ?? { deviceId: newUuid(), counter: 0, previousHash: null }
    const counter = chain.counter + 1
    // Counted before it is used: a crash may skip a number, never repeat one.
    await localDb.put('meta', { ...chain, counter }, CHAIN)
    const place = { deviceId: parseUuid(chain.deviceId), deviceCounter: counter }
    const { value, hash } = await seal({ ...place, previousHash: chain.previousHash ?? 'first' })
    if (hash) await localDb.put('meta', { ...chain, counter, previousHash: hash }, CHAIN)
    return value
  })
}
