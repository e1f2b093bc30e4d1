import { copied, type EpochKey, type LiveKey, uint32 } from './bytes.ts'
import { derive } from './derive.ts'
import {
  type ChainKind,
  type LiveKind,
  type OpenedEnvelope,
  openEnvelope,
  type PreviousHash,
  type Sealed,
  sealEnvelope,
} from './envelope.ts'
import { VaultError } from './errors.ts'
import { samePerson } from './identity.ts'
import { type Keyring, secretsOf } from './keyring.ts'
import { LABEL } from './labels.ts'
import { epochKeyOf, type Partnership } from './partnership.ts'
import { signAs } from './signing.ts'
import { type Uuid, uuidToBytes } from './uuid.ts'

type Place = {
  readonly entryId: Uuid
  readonly entryVersion: number
  readonly deviceId: Uuid
  readonly deviceCounter: number
}

type Expectation = Omit<Place, 'deviceId' | 'deviceCounter'> & {
  /** One of the two partners; their pinned key must have signed. */
  readonly authorId: Uuid
  readonly deviceId: Uuid | 'any'
  readonly deviceCounter: number | 'any'
}

/** What stays: it belongs to the partnership and to its device's chain. */
export type ChainPlace = Place & { readonly kind: ChainKind; readonly previousHash: PreviousHash }
export type ChainExpectation = Expectation & {
  readonly kind: ChainKind
  readonly previousHash: PreviousHash | 'any'
}

/** What is gone when the check-in ends: it belongs to the check-in, and to no chain. */
export type LivePlace = Place & { readonly kind: LiveKind; readonly checkInId: Uuid }
export type LiveExpectation = Expectation & { readonly kind: LiveKind; readonly checkInId: Uuid }

const LIVE: Readonly<Record<ChainKind | LiveKind, boolean>> = {
  record: false,
  words: false,
  shared: false,
  utterance: true,
  reason: true,
}

function isLive<Live extends { kind: LiveKind }>(place: { kind: ChainKind } | Live): place is Live {
  if (!Object.hasOwn(LIVE, place.kind)) throw new VaultError('argument_invalid', 'kind')
  return LIVE[place.kind]
}

function keyFor(partnership: Partnership, place: ChainExpectation | ChainPlace | LivePlace | LiveExpectation) {
  const key: EpochKey = epochKeyOf(partnership)
  if (!isLive<LivePlace | LiveExpectation>(place)) return key
  const { partnershipId, epoch } = partnership
  const parts = [uuidToBytes(partnershipId), uint32(epoch), uuidToBytes(place.checkInId)]
  return derive<LiveKey>(key, LABEL.live, parts)
}

/**
 * Seals and signs something both partners may read. Errors: `too_large`, `keyring_locked`, and `argument_invalid` when
 * the keyring is not the partnership's own.
 */
export async function sealShared(
  keyring: Keyring,
  partnership: Partnership,
  place: ChainPlace | LivePlace,
  content: Uint8Array,
): Promise<Sealed> {
  if (!samePerson(keyring.identity, partnership.me)) throw new VaultError('argument_invalid', 'partnership')
  const live = isLive<LivePlace>(place)
  const header = {
    ...place,
    scopeId: live ? place.checkInId : partnership.partnershipId,
    authorId: keyring.identity.userId,
    keyEpoch: partnership.epoch,
    previousHash: live ? ('first' as const) : place.previousHash,
  }
  const { random } = secretsOf(keyring)
  const plain = copied(content)
  return sealEnvelope(random, await keyFor(partnership, place), header, plain, (label, body) =>
    signAs(secretsOf(keyring).signingSeed, label, body),
  )
}

/**
 * Opens what either partner sealed. Errors: every `envelope_*` (a wrong signature is `envelope_forged`),
 * `version_unsupported`, `keyring_locked`, and `argument_invalid` for an author who is neither partner.
 */
export async function openShared(
  partnership: Partnership,
  expected: ChainExpectation | LiveExpectation,
  envelope: Uint8Array,
): Promise<OpenedEnvelope> {
  const bytes = copied(envelope)
  const author = [partnership.me, partnership.partner].find(({ userId }) => userId === expected.authorId)
  if (author === undefined) throw new VaultError('argument_invalid', 'authorId')
  const live = isLive<LiveExpectation>(expected)
  const header = {
    ...expected,
    scopeId: live ? expected.checkInId : partnership.partnershipId,
    keyEpoch: partnership.epoch,
    previousHash: live ? ('first' as const) : expected.previousHash,
  }
  return openEnvelope(await keyFor(partnership, expected), header, bytes, author.signingKey)
}
