import type { Bytes } from './bytes.ts'
import { digest } from './derive.ts'
import { encodeIdentityKeys, type Identity } from './identity.ts'
import { LABEL } from './labels.ts'

const GROUPS = 12
const GROUP_BYTES = 5

/** Sixty digits in twelve groups of five, the same whichever partner asks. Names do not count; ids and keys do. */
export async function safetyNumber(one: Identity, other: Identity): Promise<string> {
  const hash = await digest(LABEL.safetyNumber, ...identityPair(one, other))
  return Array.from({ length: GROUPS }, (_, group) =>
    digits(hash.slice(group * GROUP_BYTES, (group + 1) * GROUP_BYTES)),
  ).join(' ')
}

/** Both identities without their names, lower user id first. */
export function identityPair(one: Identity, other: Identity): readonly [Bytes, Bytes] {
  const [first, second] = one.userId < other.userId ? [one, other] : [other, one]
  return [encodeIdentityKeys(first), encodeIdentityKeys(second)]
}

function digits(bytes: Bytes): string {
  const value = bytes.reduce((total, byte) => total * 256 + byte, 0)
  return String(value % 100_000).padStart(5, '0')
}
