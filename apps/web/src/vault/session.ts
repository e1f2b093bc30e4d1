import { type Keyring, type Partnership, VaultError } from '@turnstone/vault'

/* What this worker holds while the vault is open: the keyring, and the partnership's keys by epoch. */

const LOCKING = 'turnstone.lock'

let keyring: Keyring | undefined
let epochs: readonly Partnership[] = []

const channel = new BroadcastChannel(LOCKING)
// All tabs lock together.
channel.addEventListener('message', () => forget())

function forget(): void {
  keyring?.lock()
  keyring = undefined
  closePartnership()
}

export function hold(opened: Keyring): void {
  forget()
  keyring = opened
}

/** Drops every key, here and in the other tabs. */
export function lockEverywhere(): void {
  forget()
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

/** The newest epoch: what is sealed now is sealed for it. */
export function thePartnership(): Partnership {
  const newest = epochs.at(-1)
  if (!newest) throw new VaultError('keyring_locked', 'partnership')
  return newest
}
