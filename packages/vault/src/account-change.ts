import { kekFor, type SignInKeys, signInKeys } from './account.ts'
import { openAccount, ownSlots, sealAccount } from './account-bundle.ts'
import {
  type AccountKey,
  type Bytes,
  branded,
  type EncryptionSecret,
  type PasskeyOutput,
  type PasswordSeed,
  type RecoveryAuthKey,
  type RecoveryCode,
  type RootKey,
  type SigningSeed,
  type VaultKey,
} from './bytes.ts'
import { VaultError } from './errors.ts'
import { Keyring, type KeyringSecrets, secretsOf } from './keyring.ts'
import { KDF_DEFAULT, type KdfParameters, recoveryAuthKey, SEED_BYTES } from './password.ts'
import type { Random } from './random.ts'
import { formatAccountKey, formatRecoveryCode } from './secret-text.ts'
import {
  isSlotOf,
  makeSlot,
  passkeySlotSecret,
  recoverySlotSecret,
  rewrapSlot,
  type SlotSecret,
  slotIdOf,
} from './slots.ts'
import { type Uuid, uuidToBytes } from './uuid.ts'

/** A password to be. `seed`, `kdf` and `signIn.authKey` are for the server. */
export type NewPassword = {
  readonly seed: PasswordSeed
  readonly kdf: KdfParameters
  readonly signIn: SignInKeys
}

/** How strongly it is stretched is decided here, whatever the server said of the password before. */
export async function newPasswordWith(random: Random, userId: Uuid, password: string): Promise<NewPassword> {
  const seed = branded<PasswordSeed>(random(SEED_BYTES), SEED_BYTES)
  const kdf = { ...KDF_DEFAULT }
  return { seed, kdf, signIn: await signInKeys(password, { userId, seed, kdf }) }
}

/** An account to be sealed anew. */
type Sealing = {
  readonly keyring: Keyring
  /** The account's bundle as the server has it now. */
  readonly bundle: Uint8Array
  /** The highest generation this device has seen. */
  readonly atLeastGeneration: number
  /** Whose slots stay, of all passkeys. */
  readonly passkeys: readonly Uuid[]
}

export type ChangeOptions = Sealing & {
  /** Of the password that is to open it from now on: a new one, or the present one. */
  readonly signIn: SignInKeys
  /** `new`: another account key and recovery code; the old ones open nothing of the new bundle. */
  readonly sheet: 'keep' | 'new'
}

export type NewSheet = {
  readonly accountKeyText: string
  readonly recoveryCodeText: string
  /** For the server, to be hashed and peppered there. */
  readonly recoveryAuthKey: RecoveryAuthKey
}

export type AccountChange = {
  readonly bundle: Bytes
  /** Of the new bundle. The old keyring stays as it is until its owner locks it: a change may be refused. */
  readonly keyring: Keyring
  readonly newSheet: NewSheet | undefined
}

export async function changeAccountWith(random: Random, options: ChangeOptions): Promise<AccountChange> {
  const { keyring, signIn } = options
  if (signIn.userId !== keyring.identity.userId) throw new VaultError('argument_invalid', 'signIn')
  const own = ownOf(options)
  const sheet = options.sheet === 'new' ? newSheetSecrets(random) : undefined
  const accountKey = sheet?.accountKey ?? own.accountKey
  if (accountKey === undefined) throw new VaultError('argument_invalid', 'accountKey')

  const replaced: SlotSecret[] = [{ kind: 'password', key: await kekFor(signIn, accountKey) }]
  if (sheet) replaced.push(await recoverySlotSecret(sheet.recoveryCode))
  const carried = own.slots.filter((slot) => !replaced.some(({ kind }) => isSlotOf(slot, kind)))
  const made = replaced.map((secret): Made => ({ secret }))
  return {
    ...(await sealAnew(random, options, { ...own, accountKey }, { made, carried })),
    newSheet: sheet && {
      accountKeyText: formatAccountKey(sheet.accountKey),
      recoveryCodeText: formatRecoveryCode(sheet.recoveryCode),
      recoveryAuthKey: await recoveryAuthKey(sheet.recoveryCode),
    },
  }
}

export type PasskeysChangeOptions = Sealing & {
  /** One more of them, and what its authenticator gave. */
  readonly added?: { readonly id: Uuid; readonly output: PasskeyOutput } | undefined
}

export type PasskeysChange = Pick<AccountChange, 'bundle' | 'keyring'>

/** Needs neither password nor account key: the recipients of all other slots are public. */
export async function changePasskeysWith(random: Random, options: PasskeysChangeOptions): Promise<PasskeysChange> {
  const { added } = options
  const own = ownOf(options)
  const made = added ? [{ secret: await passkeySlotSecret(added.output), id: uuidToBytes(added.id) }] : []
  const carried = own.slots.filter((slot) => !(added && isSlotOf(slot, 'passkey') && slotIdOf(slot) === added.id))
  return sealAnew(random, options, own, { made, carried })
}

/** Copies, before anything is awaited: a lock in the middle erases the originals. */
function ownOf({ keyring, bundle, atLeastGeneration, passkeys }: Sealing) {
  const seen = Math.max(atLeastGeneration, keyring.generation)
  const { generation, slots } = ownSlots(bundle, keyring.identity, seen)
  const stay = (slot: Bytes) => !isSlotOf(slot, 'passkey') || passkeys.includes(slotIdOf(slot))
  const { accountKey, ...keys } = copiesOf(secretsOf(keyring))
  return { generation, slots: slots.filter(stay), keys, accountKey }
}

type Made = { readonly secret: SlotSecret; readonly id?: Bytes }

async function sealAnew(
  random: Random,
  { keyring: { identity } }: Sealing,
  own: ReturnType<typeof ownOf>,
  { made, carried }: { readonly made: readonly Made[]; readonly carried: readonly Bytes[] },
): Promise<PasskeysChange> {
  const keys = { ...own.keys, root: branded<RootKey>(random(32), 32) }
  const generation = own.generation + 1
  const next: Bytes[] = []
  for (const { secret, id } of made) next.push(await makeSlot(random, secret, identity, keys.root, id))
  for (const slot of carried) next.push(await rewrapSlot(random, slot, identity.userId, keys.root))
  const bundle = await sealAccount(random, keys, identity, generation, next)
  // Nobody is handed a bundle that their own secrets do not open.
  for (const { secret } of made) await openAccount(bundle, identity.userId, secret, generation)
  return { bundle, keyring: new Keyring(identity, generation, { ...keys, accountKey: own.accountKey, random }) }
}

function copiesOf({ signingSeed, encryptionSecret, vaultKey, accountKey }: KeyringSecrets) {
  return {
    signingSeed: branded<SigningSeed>(signingSeed, 32),
    encryptionSecret: branded<EncryptionSecret>(encryptionSecret, 32),
    vaultKey: branded<VaultKey>(vaultKey, 32),
    accountKey: accountKey && branded<AccountKey>(accountKey, 16),
  }
}

function newSheetSecrets(random: Random): { accountKey: AccountKey; recoveryCode: RecoveryCode } {
  return { accountKey: branded(random(16), 16), recoveryCode: branded(random(16), 16) }
}
