import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** OWASP's smallest Argon2id setting: what is hashed is a 256-bit key that the device already stretched. */
const MEMORY_KIB = 19_456
const PASSES = 2
const PARALLELISM = 1
const TAG_BYTES = 32
const SALT_BYTES = 16

const argon2id = promisify(argon2)

function stretch(authKey: string, salt: Buffer, pepper: string): Promise<Buffer> {
  return argon2id('argon2id', {
    message: Buffer.from(authKey, 'base64url'),
    nonce: salt,
    secret: Buffer.from(pepper, 'base64url'),
    memory: MEMORY_KIB,
    passes: PASSES,
    parallelism: PARALLELISM,
    tagLength: TAG_BYTES,
  })
}

/** `1.<salt>.<tag>`, both base64url. Without the pepper the stored text cannot even be guessed at. */
export async function hashAuthKey(authKey: string, pepper: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const tag = await stretch(authKey, salt, pepper)
  return `1.${salt.toString('base64url')}.${tag.toString('base64url')}`
}

export async function verifyAuthKey(hash: string, authKey: string, pepper: string): Promise<boolean> {
  const [version, salt, tag] = hash.split('.')
  if (version !== '1' || !salt || !tag) throw new Error('an account’s stored hash has an unknown form')
  const expected = Buffer.from(tag, 'base64url')
  const actual = await stretch(authKey, Buffer.from(salt, 'base64url'), pepper)
  return actual.length === expected.length && timingSafeEqual(actual, expected)
}

/** Verified against for unknown e-mails, so that they take as long as known ones. No key matches it but by chance. */
export const decoyHash = `1.${randomBytes(SALT_BYTES).toString('base64url')}.${randomBytes(TAG_BYTES).toString('base64url')}`
