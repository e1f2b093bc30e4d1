import type { AccountKey, EncryptionSecret, RootKey, SigningSeed, VaultKey } from './bytes.ts'
import { VaultError } from './errors.ts'
import type { Identity } from './identity.ts'
import type { Random } from './random.ts'

export type KeyringSecrets = {
  readonly root: RootKey
  readonly vaultKey: VaultKey
  readonly signingSeed: SigningSeed
  readonly encryptionSecret: EncryptionSecret
  /** Absent after an unlock with the recovery code or a passkey, which do not know it. */
  readonly accountKey: AccountKey | undefined
  readonly random: Random
}

let read: (keyring: Keyring) => KeyringSecrets | undefined

/**
 * An unlocked account. Everything is private, so logging, serialising or cloning one shows nothing; the vault's own
 * functions reach the keys through `secretsOf`, which the package does not export.
 */
export class Keyring {
  readonly #identity: Identity
  readonly #generation: number
  #secrets: KeyringSecrets | undefined

  static {
    read = (keyring) => keyring.#secrets
  }

  constructor(identity: Identity, generation: number, secrets: KeyringSecrets) {
    this.#identity = Object.freeze({ ...identity })
    this.#generation = generation
    this.#secrets = secrets
  }

  /** My own user id, name and public keys. */
  get identity(): Identity {
    return this.#identity
  }

  /** Of the account bundle it came from: remember it, and pass it to the next unlock as `atLeastGeneration`. */
  get generation(): number {
    return this.#generation
  }

  /** False after an unlock with the recovery code or a passkey, and once locked: then a new password needs a new sheet. */
  get knowsAccountKey(): boolean {
    return this.#secrets?.accountKey !== undefined
  }

  get isLocked(): boolean {
    return this.#secrets === undefined
  }

  /** Overwrites the keys, as far as a garbage-collected language can, and makes every later use `keyring_locked`. */
  lock(): void {
    const secrets = this.#secrets
    this.#secrets = undefined
    if (secrets === undefined) return
    for (const key of [secrets.root, secrets.vaultKey, secrets.signingSeed, secrets.encryptionSecret]) key.fill(0)
    secrets.accountKey?.fill(0)
  }

  toJSON(): string {
    return 'Keyring'
  }
}

export function secretsOf(keyring: Keyring): KeyringSecrets {
  const secrets = read(keyring)
  if (secrets === undefined) throw new VaultError('keyring_locked')
  return secrets
}
