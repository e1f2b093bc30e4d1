import { claimedSlots, ownSlots } from './account-bundle.ts'
import { branded, copied, type PasskeyOutput, utf8Encode } from './bytes.ts'
import { digest } from './derive.ts'
import type { Keyring } from './keyring.ts'
import { LABEL } from './labels.ts'
import { isSlotOf, slotIdOf } from './slots.ts'
import { type Uuid, uuidOfVersion } from './uuid.ts'

/** What every passkey is asked about: one input for all, because nobody has said yet who they are. */
export const PASSKEY_INPUT = utf8Encode(LABEL.passkeyPrf)

/** What an authenticator gave for `PASSKEY_INPUT`: 32 bytes, `argument_invalid` otherwise. Never to be sent. */
export function passkeyOutput(bytes: Uint8Array): PasskeyOutput {
  return branded(bytes, 32)
}

/** The id of a passkey's slot and of its name: from its credential id, so the same on all devices. */
export async function passkeyId(credentialId: Uint8Array): Promise<Uuid> {
  return uuidOfVersion(8, (await digest(LABEL.passkeyId, copied(credentialId))).slice(0, 16))
}

/** The passkeys that open this account, by its own signature. Errors: `account_tampered`, `account_outdated`. */
export function openingPasskeys(keyring: Keyring, bundle: Uint8Array): Uuid[] {
  const { slots } = ownSlots(bundle, keyring.identity, keyring.generation)
  return slots.filter((slot) => isSlotOf(slot, 'passkey')).map(slotIdOf)
}

/** Whether it is worth asking for a passkey. The server may claim so; what opens, the keys themselves decide. */
export function claimsPasskey(bundle: Uint8Array): boolean {
  return claimedSlots(bundle).some((slot) => isSlotOf(slot, 'passkey'))
}
