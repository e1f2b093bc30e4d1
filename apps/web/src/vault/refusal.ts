import { VaultError, type VaultErrorCode } from '@turnstone/vault'
import type { ProblemCode } from '@/lib/errors'

/** What a refusal of the vault means for a person. */
const MEANING: Partial<Record<VaultErrorCode, ProblemCode>> = {
  too_large: 'too_large',
  keyring_locked: 'vault_locked',
  device_restore_failed: 'vault_locked',
  unlock_failed: 'unlock_failed',
  secret_text_malformed: 'unlock_failed',
  secret_text_checksum: 'unlock_failed',
  secret_text_wrong_kind: 'unlock_failed',
  invitation_own: 'invitation_own',
  invitation_malformed: 'invitation_unknown',
  version_unsupported: 'unsupported_version',
  argument_invalid: 'unexpected',
  name_invalid: 'unexpected',
  password_invalid: 'unexpected',
  context_invalid: 'unexpected',
  context_reserved: 'unexpected',
}

/** `detail` names the check that failed, never what was checked. */
export function refused(thrown: unknown): { code: ProblemCode; detail: string } {
  if (!(thrown instanceof VaultError)) return { code: 'unexpected', detail: thrown instanceof Error ? thrown.name : '' }
  // Whatever is not a slip of a person or of ours is somebody's doing.
  return { code: MEANING[thrown.code] ?? 'tampered', detail: thrown.message }
}
