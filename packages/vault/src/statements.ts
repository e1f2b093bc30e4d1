import { copied, type Signature, type SigningPublicKey, utf8Encode } from './bytes.ts'
import { VaultError } from './errors.ts'
import { type Keyring, secretsOf } from './keyring.ts'
import { VAULT_NAMESPACE } from './labels.ts'
import { signatureHolds, signBytes } from './signing.ts'

const CONTEXT_MAX_BYTES = 64
const STATEMENT_MAX_BYTES = 65_536
const CONTEXT = /^turnstone\/v[1-9][0-9]{0,3}\/[a-z0-9]+(-[a-z0-9]+)*\0/
const RESERVED = utf8Encode(VAULT_NAMESPACE)

function checkedStatement(statement: Uint8Array) {
  const bytes = copied(statement)
  if (bytes.length > STATEMENT_MAX_BYTES) throw new VaultError('too_large', 'statement')
  if (RESERVED.every((byte, index) => bytes[index] === byte)) throw new VaultError('context_reserved')
  const start = String.fromCharCode(...bytes.slice(0, CONTEXT_MAX_BYTES))
  if (!CONTEXT.test(start)) throw new VaultError('context_invalid')
  return bytes
}

/**
 * Signs a statement whose meaning is defined elsewhere. It begins with an ASCII context and a zero byte, such as
 * `turnstone/v1/ready\0`; at most 65,536 bytes. `context_reserved` for the vault's own labels, `context_invalid` for
 * anything else that is not a context.
 */
export function sign(keyring: Keyring, statement: Uint8Array): Signature {
  return signBytes(secretsOf(keyring).signingSeed, checkedStatement(statement))
}

/** Throws `signature_invalid` unless `signature` (64 bytes) is by `publicKey` over exactly this statement. */
export function verify(publicKey: SigningPublicKey, statement: Uint8Array, signature: Uint8Array): void {
  if (!signatureHolds(publicKey, checkedStatement(statement), signature)) throw new VaultError('signature_invalid')
}
