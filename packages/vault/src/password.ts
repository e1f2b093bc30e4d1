import { argon2id } from 'hash-wasm'
import {
  type AccountKey,
  type AuthKey,
  type Bytes,
  branded,
  concat,
  type Kek,
  type PasswordSeed,
  type RecoveryAuthKey,
  type RecoveryCode,
  type Stretched,
  utf8Encode,
} from './bytes.ts'
import { derive, digest } from './derive.ts'
import { VaultError } from './errors.ts'
import { LABEL } from './labels.ts'
import { type Uuid, uuidToBytes } from './uuid.ts'

/** Version 1 is Argon2id, version 0x13 of RFC 9106. Sizes in KiB. */
export type KdfParameters = {
  readonly version: number
  readonly memoryKib: number
  readonly iterations: number
  readonly parallelism: number
}

/** What the server answers before sign-in; it is not believed below the floor nor above the ceiling. */
export type SignInParameters = {
  readonly userId: Uuid
  readonly seed: PasswordSeed
  readonly kdf: KdfParameters
}

export const KDF_DEFAULT: KdfParameters = { version: 1, memoryKib: 65_536, iterations: 3, parallelism: 1 }

const FLOOR = { memoryKib: 65_536, iterations: 3, parallelism: 1 } as const
const CEILING = { memoryKib: 262_144, iterations: 12, parallelism: 4 } as const
const PASSWORD_MAX_BYTES = 1024
export const SEED_BYTES = 16

/** `kdf_unknown` for another version or no whole numbers, `kdf_too_weak` below the floor, `kdf_too_strong` above the ceiling. */
export function checkKdf(kdf: KdfParameters): void {
  if (kdf.version !== 1) throw new VaultError('kdf_unknown', 'version')
  for (const field of ['memoryKib', 'iterations', 'parallelism'] as const) {
    const value = kdf[field]
    if (!Number.isInteger(value)) throw new VaultError('kdf_unknown', field)
    if (value < FLOOR[field]) throw new VaultError('kdf_too_weak', field)
    if (value > CEILING[field]) throw new VaultError('kdf_too_strong', field)
  }
}

/** 16 bytes from the server as a seed; `argument_invalid` otherwise. */
export function passwordSeed(bytes: Uint8Array): PasswordSeed {
  return branded(bytes, SEED_BYTES)
}

function passwordBytes(password: string): Bytes {
  const bytes = utf8Encode(password.normalize('NFKC'))
  if (bytes.length === 0 || bytes.length > PASSWORD_MAX_BYTES) throw new VaultError('password_invalid')
  return bytes
}

/** Both the user id and the seed go in, so neither equal passwords nor a reused seed give equal results. */
export async function passwordSalt({ userId, seed }: Pick<SignInParameters, 'userId' | 'seed'>): Promise<Bytes> {
  return (await digest(LABEL.passwordSalt, uuidToBytes(userId), passwordSeed(seed))).slice(0, 32)
}

export async function stretchPassword(password: string, parameters: SignInParameters): Promise<Stretched> {
  checkKdf(parameters.kdf)
  const secret = passwordBytes(password)
  return branded(await stretch(secret, await passwordSalt(parameters), parameters.kdf, 32), 32)
}

/** Argon2id itself. The parameters are checked, or our own. */
export function stretch(secret: Bytes, salt: Bytes, kdf: KdfParameters, lengthBytes: number): Promise<Uint8Array> {
  return argon2id({
    password: secret,
    salt,
    memorySize: kdf.memoryKib,
    iterations: kdf.iterations,
    parallelism: kdf.parallelism,
    hashLength: lengthBytes,
    outputType: 'binary',
  })
}

export function authKeyOf(stretched: Stretched): Promise<AuthKey> {
  return derive<AuthKey>(stretched, LABEL.auth)
}

/** Both factors are of fixed length, so the join is unambiguous. */
export function kekOf(stretched: Stretched, accountKey: AccountKey): Promise<Kek> {
  return derive<Kek>(concat(stretched, accountKey), LABEL.kek)
}

/** What the server stores (peppered and hashed) to recognise the holder of the recovery code: 32 bytes. */
export function recoveryAuthKey(code: RecoveryCode): Promise<RecoveryAuthKey> {
  return derive<RecoveryAuthKey>(branded(code, 16), LABEL.recoveryAuth)
}
