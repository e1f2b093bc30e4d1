import { type AccountKey, type Bytes, branded, type RecoveryCode } from './bytes.ts'
import { VaultError } from './errors.ts'

const SECRET_BYTES = 16
const DATA_SYMBOLS = 26
const CHECK_SYMBOLS = 4
const GROUP = 5
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

type Kind = { readonly prefix: string; readonly mask: readonly number[] }

// The mask shifts the check symbols, so a code under the other prefix is reported even where the prefix was retyped.
const ACCOUNT_KEY: Kind = { prefix: 'AK', mask: [10, 20, 5, 9] }
const RECOVERY_CODE: Kind = { prefix: 'RC', mask: [24, 12, 17, 3] }

// GF(32) with x^5 + x^2 + 1; POWERS[i] = α^i.
const POWERS: readonly number[] = (() => {
  const powers: number[] = []
  for (let value = 1, index = 0; index < 31; index += 1) {
    powers.push(value)
    value <<= 1
    if (value > 31) value ^= 0b100101
  }
  return powers
})()

function multiply(left: number, right: number): number {
  if (left === 0 || right === 0) return 0
  return POWERS[(POWERS.indexOf(left) + POWERS.indexOf(right)) % 31] ?? 0
}

// (x - α)(x - α²)(x - α³)(x - α⁴) without its leading 1: a Reed-Solomon code of distance 5 over at most 31 symbols,
// so up to four wrong characters, and every swap of two, are always reported, not just probably.
const GENERATOR: readonly number[] = (() => {
  let product: readonly number[] = [1]
  for (let power = 1; power <= CHECK_SYMBOLS; power += 1) {
    const root = POWERS[power] ?? 0
    const before = product
    const after = [...before, 0]
    product = after.map((coefficient, index) => coefficient ^ multiply(before[index - 1] ?? 0, root))
  }
  return product.slice(1)
})()

function checkSymbols(data: readonly number[]): number[] {
  let remainder: number[] = GENERATOR.map(() => 0)
  for (const symbol of data) {
    const feedback = symbol ^ (remainder[0] ?? 0)
    remainder = GENERATOR.map((coefficient, index) => (remainder[index + 1] ?? 0) ^ multiply(coefficient, feedback))
  }
  return remainder
}

function withMask(check: readonly number[], mask: readonly number[]): number[] {
  return check.map((symbol, index) => symbol ^ (mask[index] ?? 0))
}

function format(kind: Kind, secret: Bytes): string {
  let value = secret.reduce((total, byte) => (total << 8n) | BigInt(byte), 0n) << 2n
  const data: number[] = []
  for (let index = 0; index < DATA_SYMBOLS; index += 1) {
    data.unshift(Number(value & 31n))
    value >>= 5n
  }
  const symbols = [...data, ...withMask(checkSymbols(data), kind.mask)]
  const text = symbols.map((symbol) => CROCKFORD.charAt(symbol)).join('')
  return [kind.prefix, ...(text.match(new RegExp(`.{${GROUP}}`, 'g')) ?? [])].join('-')
}

function parse(kind: Kind, otherPrefix: string, text: string): Bytes {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}_.]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (plain.startsWith(otherPrefix)) throw new VaultError('secret_text_wrong_kind')
  if (!plain.startsWith(kind.prefix)) throw new VaultError('secret_text_malformed', 'prefix')
  const symbols = Array.from(plain.slice(kind.prefix.length), (character) => CROCKFORD.indexOf(character))
  if (symbols.length !== DATA_SYMBOLS + CHECK_SYMBOLS) throw new VaultError('secret_text_malformed', 'length')
  if (symbols.includes(-1)) throw new VaultError('secret_text_malformed', 'character')
  const data = symbols.slice(0, DATA_SYMBOLS)
  const expected = withMask(checkSymbols(data), kind.mask)
  if (expected.some((symbol, index) => symbol !== symbols[DATA_SYMBOLS + index])) {
    throw new VaultError('secret_text_checksum')
  }
  const padded = data.reduce((total, symbol) => (total << 5n) | BigInt(symbol), 0n)
  if ((padded & 3n) !== 0n) throw new VaultError('secret_text_malformed', 'tail')
  const value = padded >> 2n
  return Uint8Array.from({ length: SECRET_BYTES }, (_, index) => Number((value >> BigInt(120 - 8 * index)) & 255n))
}

/** `AK-` and six groups of five: 128 bits and four check symbols. */
export function formatAccountKey(key: AccountKey): string {
  return format(ACCOUNT_KEY, branded(key, SECRET_BYTES))
}

/**
 * Lenient to case, spaces, dashes, O for 0, I and L for 1. `secret_text_wrong_kind` when it is a recovery code,
 * `secret_text_checksum` when a character is wrong, `secret_text_malformed` otherwise.
 */
export function parseAccountKey(text: string): AccountKey {
  return branded(parse(ACCOUNT_KEY, RECOVERY_CODE.prefix, text), SECRET_BYTES)
}

/** `RC-` and six groups of five: 128 bits and four check symbols. */
export function formatRecoveryCode(code: RecoveryCode): string {
  return format(RECOVERY_CODE, branded(code, SECRET_BYTES))
}

/** As `parseAccountKey`, for recovery codes. */
export function parseRecoveryCode(text: string): RecoveryCode {
  return branded(parse(RECOVERY_CODE, ACCOUNT_KEY.prefix, text), SECRET_BYTES)
}
