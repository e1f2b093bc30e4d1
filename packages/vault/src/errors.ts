/** Every way the vault refuses. The list is closed: callers may switch over it exhaustively. */
export type VaultErrorCode =
  | 'argument_invalid'
  | 'encoding_invalid'
  | 'version_unsupported'
  | 'too_large'
  | 'password_invalid'
  | 'name_invalid'
  | 'kdf_too_weak'
  | 'kdf_too_strong'
  | 'kdf_unknown'
  | 'secret_text_malformed'
  | 'secret_text_checksum'
  | 'secret_text_wrong_kind'
  | 'unlock_failed'
  | 'account_tampered'
  | 'account_outdated'
  | 'keyring_locked'
  | 'device_key_unsuitable'
  | 'device_restore_failed'
  | 'context_invalid'
  | 'context_reserved'
  | 'signature_invalid'
  | 'identity_invalid'
  | 'invitation_malformed'
  | 'invitation_tampered'
  | 'invitation_own'
  | 'epoch_tampered'
  | 'epoch_mismatch'
  | 'epoch_outdated'
  | 'epoch_unknown'
  | 'envelope_malformed'
  | 'envelope_mismatch'
  | 'envelope_forged'
  | 'envelope_tampered'

/**
 * The only exception the vault throws. `field` names the header field or argument at fault where there is one.
 * There is never a `cause`: the exceptions underneath can quote their inputs, and the inputs are secrets.
 */
export class VaultError extends Error {
  readonly code: VaultErrorCode
  readonly field: string | undefined

  constructor(code: VaultErrorCode, field?: string) {
    super(field === undefined ? code : `${code}: ${field}`)
    this.name = 'VaultError'
    this.code = code
    this.field = field
  }
}
