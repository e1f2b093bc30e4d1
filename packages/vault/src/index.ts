import {
  type CreateAccountOptions,
  createAccountWith,
  type NewAccount,
  type PasskeyUnlockOptions,
  type RecoveryUnlockOptions,
  type UnlockOptions,
  unlockWith,
  unlockWithPasskeyWith,
  unlockWithRecoveryCodeWith,
} from './account.ts'
import {
  type AccountChange,
  type ChangeOptions,
  changeAccountWith,
  changePasskeysWith,
  type NewPassword,
  newPasswordWith,
  type PasskeysChange,
  type PasskeysChangeOptions,
} from './account-change.ts'
import { restoreFromDeviceWith } from './device.ts'
import type { Keyring } from './keyring.ts'
import { systemRandom } from './random.ts'
import { randomUuid, type Uuid } from './uuid.ts'

/**
 * A new account, whole: what the server keeps, the two texts for paper, and the keyring, unlocked. Takes one password
 * stretch. Errors: `name_invalid`, `password_invalid`, `kdf_*`.
 */
export function createAccount(options: CreateAccountOptions): Promise<NewAccount> {
  return createAccountWith(systemRandom, options)
}

/**
 * Opens an account bundle with password and account key. Errors: `unlock_failed` (a wrong secret, or a bundle without its
 * slot), `account_tampered`, `account_outdated` (lower generation than seen), `version_unsupported`.
 */
export function unlock(options: UnlockOptions): Promise<Keyring> {
  return unlockWith(systemRandom, options)
}

/** As `unlock`, with the recovery code alone; the keyring does not know the account key. */
export function unlockWithRecoveryCode(options: RecoveryUnlockOptions): Promise<Keyring> {
  return unlockWithRecoveryCodeWith(systemRandom, options)
}

/** As `unlock`, with what a passkey's authenticator gave; the keyring does not know the account key. */
export function unlockWithPasskey(options: PasskeyUnlockOptions): Promise<Keyring> {
  return unlockWithPasskeyWith(systemRandom, options)
}

/** Stretches a password to be, with a fresh seed. Errors: `password_invalid`. */
export function newPassword(userId: Uuid, password: string): Promise<NewPassword> {
  return newPasswordWith(systemRandom, userId, password)
}

/**
 * Seals the account anew for a password, and for a new sheet where asked; all other ways in stay. Nothing has changed
 * before the server has the new bundle. Errors: `account_tampered`, `account_outdated` (the server's bundle is not what
 * this identity sealed last), `argument_invalid: accountKey` (it is not known here, so the sheet must be new),
 * `keyring_locked`.
 */
export function changeAccount(options: ChangeOptions): Promise<AccountChange> {
  return changeAccountWith(systemRandom, options)
}

/**
 * Seals the account anew for the passkeys named and one that is added; every other passkey opens nothing of it, and all
 * other ways in stay. Errors: as `changeAccount`, and `too_large` where there are too many.
 */
export function changePasskeys(options: PasskeysChangeOptions): Promise<PasskeysChange> {
  return changePasskeysWith(systemRandom, options)
}

/** Reads what `wrapForDevice` made for this user. Errors: `device_restore_failed`, `device_key_unsuitable`. */
export function restoreFromDevice(bytes: Uint8Array, wrappingKey: CryptoKey, userId: Uuid): Promise<Keyring> {
  return restoreFromDeviceWith(systemRandom, bytes, wrappingKey, userId)
}

/** A fresh random id (UUID v4), for entries, devices and commands. */
export function newUuid(): Uuid {
  return randomUuid(systemRandom)
}

export {
  type CreateAccountOptions,
  type NewAccount,
  type PasskeyUnlockOptions,
  type RecoveryUnlockOptions,
  type Registration,
  type SignInKeys,
  signInKeys,
  type UnlockOptions,
} from './account.ts'
export { ACCOUNT_BUNDLE_MAX_BYTES, ACCOUNT_BUNDLE_MIN_BYTES } from './account-bundle.ts'
export type {
  AccountChange,
  ChangeOptions,
  NewPassword,
  NewSheet,
  PasskeysChange,
  PasskeysChangeOptions,
} from './account-change.ts'
export type {
  AccountKey,
  AuthKey,
  Bytes,
  EncryptionPublicKey,
  EnvelopeHash,
  InvitationLookupId,
  InvitationSecret,
  PasskeyOutput,
  PasswordSeed,
  RecoveryAuthKey,
  RecoveryCode,
  Signature,
  SigningPublicKey,
} from './bytes.ts'
export { fromBase64url, toBase64url, utf8Decode, utf8Encode } from './bytes.ts'
export { restoreAccountKeyFromDevice, wrapAccountKeyForDevice, wrapForDevice } from './device.ts'
export {
  type ChainKind,
  type EnvelopeHeader,
  type EnvelopeKind,
  envelopeHash,
  envelopeLimits,
  type LiveKind,
  type OpenedEnvelope,
  type PreviousHash,
  type PrivateKind,
  type Sealed,
} from './envelope.ts'
export { VaultError, type VaultErrorCode } from './errors.ts'
export { checkName, decodeIdentity, encodeIdentity, IDENTITY_BYTES, type Identity } from './identity.ts'
export {
  answerInvitation,
  createInvitation,
  formatInvitationSecret,
  INVITATION_BUNDLE_BYTES,
  type InvitationInHand,
  invitationLookupId,
  type NewInvitation,
  openAnswer,
  openInvitation,
  parseInvitationSecret,
} from './invitation.ts'
export type { Keyring } from './keyring.ts'
export {
  EPOCH_GRANT_BYTES,
  type EpochExpectation,
  joinEpoch,
  type Partnership,
  type Role,
  startEpoch,
} from './partnership.ts'
export { claimsPasskey, openingPasskeys, PASSKEY_INPUT, passkeyId, passkeyOutput } from './passkey.ts'
export { KDF_DEFAULT, type KdfParameters, passwordSeed, recoveryAuthKey, type SignInParameters } from './password.ts'
export { openPrivate, type PrivateExpectation, type PrivatePlace, sealPrivate } from './private.ts'
export { keptEntryId, lineEntryId, recordId } from './record-id.ts'
export { safetyNumber } from './safety-number.ts'
export { safetyPhrase } from './safety-phrase.ts'
export type { SafetyWord } from './safety-words.ts'
export { formatAccountKey, formatRecoveryCode, parseAccountKey, parseRecoveryCode } from './secret-text.ts'
export {
  type ChainExpectation,
  type ChainPlace,
  type LiveExpectation,
  type LivePlace,
  openShared,
  sealShared,
} from './shared.ts'
export { signingPublicKey } from './signing.ts'
export { sign, verify } from './statements.ts'
export { parseUuid, type Uuid } from './uuid.ts'
export { encryptionPublicKey } from './wrap.ts'
