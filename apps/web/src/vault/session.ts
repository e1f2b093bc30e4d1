import { type Keyring, type Partnership, VaultError } from '@turnstone/vault'

/* What this worker holds while the vault is open: the keyring, the partnership's keys by epoch, and those of past ones. */

const LOCKING = 'turnstone.lock'

let keyring: Keyring | undefined
let epochs: readonly Partnership[] = []
let past: readonly Partnership[] = []

let closings = 0

const channel = new BroadcastChannel(LOCKING)
// All tabs lock together.
channel.addEventListener('message', () => close())

function close(): void {
  closings += 1
  forget()
}

function forget(): void {
  keyring?.lock()
  keyring = undefined
  closePartnership()
  holdPast([])
}

/** Before anything is opened: what was asked for before a closing must not be open after it. */
export const closingsNow = (): number => closings

/** Throws `keyring_locked` if everything was closed since `closings` was asked for. */
export function hold(opened: Keyring, since: number): void {
  if (since !== closings) {
    opened.lock()
    throw new VaultError('keyring_locked', 'closed meanwhile')
  }
  forget()
  keyring = opened
}

/** Drops every key, here and in the other tabs. */
export function lockEverywhere(): void {
  close()
  channel.postMessage('lock')
}

/** The keyring, if it is open and this person's. */
export function heldBy(userId: string): Keyring | undefined {
  return keyring?.identity.userId === userId ? keyring : undefined
}

export function theKeyring(): Keyring {
  if (!keyring) throw new VaultError('keyring_locked')
  return keyring
}

/** Whether these epochs are open already. */
export function holdsPartnership(partnershipId: string, count: number): boolean {
  return epochs.length === count && epochs.every((epoch) => epoch.partnershipId === partnershipId)
}

/**
 * Holds these epochs from now on, newest last. A key that is held already stays as it is, because a check-in may be in
 * the middle of using it; what is not held any more is closed after the swap, never before.
 */
export function holdPartnership(opened: readonly Partnership[]): void {
  const before = epochs
  epochs = opened.map(
    (one) => before.find((held) => held.partnershipId === one.partnershipId && held.epoch === one.epoch) ?? one,
  )
  for (const one of [...before, ...opened]) if (!epochs.includes(one)) one.lock()
}

export function closePartnership(): void {
  for (const epoch of epochs) epoch.lock()
  epochs = []
}

/** Holds the keys of a link that has ended, in the place of another's: one archive is read at a time. */
export function holdPast(opened: readonly Partnership[]): void {
  for (const one of past) one.lock()
  past = opened
}

/**
 * The newest epoch: what is sealed now is sealed for it. With an id, the partnership of that name, also one that has ended
 * and is open for reading.
 */
export function thePartnership(partnershipId?: string): Partnership {
  const named = (one: Partnership) => partnershipId === undefined || one.partnershipId === partnershipId
  const newest = epochs.findLast(named) ?? (partnershipId === undefined ? undefined : past.findLast(named))
  if (!newest) throw new VaultError('keyring_locked', 'partnership')
  return newest
}
