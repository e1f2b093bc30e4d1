import { assembleAccount, type NewAccount, type SignInKeys, signInKeysOf } from '../../src/account.ts'
import type { BoxKey } from '../../src/box.ts'
import { type Bytes, branded, concat, type PasswordSeed, type Stretched, transcript } from '../../src/bytes.ts'
import { hkdf } from '../../src/derive.ts'
import type { Label } from '../../src/labels.ts'
import type { Partnership } from '../../src/partnership.ts'
import { joinEpoch, startEpoch } from '../../src/partnership.ts'
import { KDF_DEFAULT } from '../../src/password.ts'
import type { Random } from '../../src/random.ts'
import { randomUuid, type Uuid } from '../../src/uuid.ts'
import { seededRandom } from './seeded-random.ts'

export type Person = NewAccount & { readonly signIn: SignInKeys; readonly stretched: Stretched }

/** An account without the half second of stretching. */
export async function person(random: Random, name: string): Promise<Person> {
  const stretched = branded<Stretched>(random(32), 32)
  const signIn = await signInKeysOf(randomUuid(random), stretched)
  const seed = branded<PasswordSeed>(random(16), 16)
  const account = await assembleAccount(random, { name, seed, kdf: KDF_DEFAULT, signIn })
  return { ...account, signIn, stretched }
}

export type Couple = {
  readonly random: Random
  readonly ana: Person
  readonly bo: Person
  readonly eve: Person
  readonly partnershipId: Uuid
  readonly grant: Bytes
  readonly anas: Partnership
  readonly bos: Partnership
}

/** Ana invited Bo; Eve is somebody else on the same server. */
export async function couple(seed: string): Promise<Couple> {
  const random = seededRandom(seed)
  const ana = await person(random, 'Ana')
  const bo = await person(random, 'Bo')
  const eve = await person(random, 'Eve')
  const partnershipId = randomUuid(random)
  const { grant, partnership: anas } = await startEpoch(ana.keyring, {
    partnershipId,
    epoch: 1,
    role: 'inviter',
    partner: bo.keyring.identity,
  })
  const expected = { partnershipId, epoch: 1, role: 'invitee', partner: ana.keyring.identity } as const
  const bos = await joinEpoch(bo.keyring, expected, grant)
  return { random, ana, bo, eve, partnershipId, grant, anas, bos }
}

export function flipped(bytes: Uint8Array, bit: number): Bytes {
  const copy = new Uint8Array(bytes)
  const index = Math.floor(bit / 8) % copy.length
  copy[index] = (copy[index] ?? 0) ^ (1 << (bit % 8))
  return copy
}

export function patched(bytes: Uint8Array, offset: number, part: Uint8Array): Bytes {
  const copy = new Uint8Array(bytes)
  copy.set(part, offset)
  return copy
}

/** A box whose tag is right for a commitment that is wrong: only the comparison itself can refuse it. */
export async function boxWithForeignCommitment(
  key: BoxKey,
  label: Label,
  header: Bytes,
  content: Bytes,
): Promise<Bytes> {
  const salt = new Uint8Array(32).fill(7)
  const commitment = new Uint8Array(32).fill(9)
  const output = await hkdf(key, salt, transcript(label, header), 64)
  const aes = await crypto.subtle.importKey('raw', output.slice(0, 32), 'AES-GCM', false, ['encrypt'])
  const additionalData = concat(header, salt, commitment)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12), additionalData }, aes, content)
  return concat(salt, commitment, new Uint8Array(sealed))
}
