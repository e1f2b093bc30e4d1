import type { Bytes } from './bytes.ts'
import { type OpenedEnvelope, openEnvelope, type PrivateKind, sealEnvelope } from './envelope.ts'
import { VaultError } from './errors.ts'
import { type Keyring, secretsOf } from './keyring.ts'
import type { Uuid } from './uuid.ts'

// Rotation of the vault key comes with its own issue and raises this.
const VAULT_KEY_EPOCH = 1

const PRIVATE: Readonly<Record<PrivateKind, true>> = {
  page: true,
  profile: true,
  pins: true,
  invitation: true,
  jottings: true,
  label: true,
  kit: true,
  picture: true,
}

export type PrivatePlace = {
  readonly kind: PrivateKind
  readonly entryId: Uuid
  readonly entryVersion: number
  readonly deviceId: Uuid
  readonly deviceCounter: number
}

export type PrivateExpectation = Omit<PrivatePlace, 'deviceId' | 'deviceCounter'> & {
  readonly deviceId: Uuid | 'any'
  readonly deviceCounter: number | 'any'
}

function headerOf<Place extends PrivatePlace | PrivateExpectation>(keyring: Keyring, place: Place) {
  if (!Object.hasOwn(PRIVATE, place.kind)) throw new VaultError('argument_invalid', 'kind')
  const { userId } = keyring.identity
  return { ...place, scopeId: userId, authorId: userId, keyEpoch: VAULT_KEY_EPOCH, previousHash: 'first' as const }
}

/** Seals something for nobody but me. Errors: `too_large`, `argument_invalid`, `keyring_locked`. */
export async function sealPrivate(keyring: Keyring, place: PrivatePlace, content: Uint8Array): Promise<Bytes> {
  const { vaultKey, random } = secretsOf(keyring)
  return (await sealEnvelope(random, vaultKey, headerOf(keyring, place), content, undefined)).bytes
}

/** Opens it where it says it belongs. Errors: every `envelope_*`, `version_unsupported`, `keyring_locked`. */
export async function openPrivate(
  keyring: Keyring,
  expected: PrivateExpectation,
  envelope: Uint8Array,
): Promise<OpenedEnvelope> {
  return openEnvelope(secretsOf(keyring).vaultKey, headerOf(keyring, expected), envelope, undefined)
}
