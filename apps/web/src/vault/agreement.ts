import type { Rules, Seat } from '@turnstone/check-in'
import { agreementStatement } from '@turnstone/protocol'
import {
  fromBase64url,
  openShared,
  type Partnership,
  sealShared,
  sign,
  toBase64url,
  utf8Decode,
  utf8Encode,
  VaultError,
  verify,
} from '@turnstone/vault'
import * as z from 'zod'
import { localDb } from '@/lib/local-db'
import { judgeChain, type KnownAgreement } from './agreement-chain'
import { inOrder } from './device'
import { theKeyring, thePartnership } from './session'
import '@/lib/zod'

/** An agreement as the server has it. */
export interface SealedAgreement {
  readonly version: number
  readonly previousHash: string | null
  readonly rules: Rules
  readonly words: string
  readonly hash: string
  readonly proposedBy: Seat
  readonly signatures: Readonly<Record<Seat, string | null>>
}

/** What only the two can read of it. */
export interface AgreementWords {
  readonly word: string
}

/** Why the rules the server shows are not used. */
export type AgreementDefect = 'signature' | 'chain' | 'older' | 'words'

export type OpenedAgreements =
  | { readonly kind: 'genuine'; readonly current: AgreementWords | null; readonly proposal: AgreementWords | null }
  | { readonly kind: 'tampered'; readonly why: AgreementDefect }

const Words = z.strictObject({ word: z.string().min(1).max(200) })
const KNOWN = 'agreement.known'

export const agreement = {
  /** The next version, signed by me, its words sealed for the two of us: everything but what it replaces. */
  async propose(of: { version: number; previousHash: string | null; rules: Rules; words: AgreementWords }) {
    const words = await sealWords(of.version, of.words)
    const body = { version: of.version, previousHash: of.previousHash, rules: of.rules, words }
    const statement = statementOf(thePartnership(), body)
    return { ...body, hash: await hashOf(statement), signature: toBase64url(sign(theKeyring(), statement)) }
  },

  /** My signature under the other's proposal, as it was shown to me. */
  async sign({ proposal }: { proposal: SealedAgreement }) {
    const statement = statementOf(thePartnership(), proposal)
    return { hash: await hashOf(statement), signature: toBase64url(sign(theKeyring(), statement)) }
  },

  /**
   * Checks everything that can be checked without trusting the server: hashes, both signatures with the pinned keys,
   * the chain from what this device has seen, and the sealed words. What was seen is remembered only once it is genuine.
   */
  async open(of: {
    seat: Seat
    current: SealedAgreement | null
    proposal: SealedAgreement | null
  }): Promise<OpenedAgreements> {
    const partnership = thePartnership()
    const known = await knownAgreements(partnership.partnershipId)
    const misfit = judgeChain(of, known)
    if (misfit) return { kind: 'tampered', why: misfit }
    const both = [of.current, of.proposal]
    for (const one of both)
      if (one && !(await signaturesHold(partnership, of.seat, one))) return { kind: 'tampered', why: 'signature' }
    try {
      const [current, proposal] = await Promise.all(
        both.map((one) => (one ? openWords(partnership, of.seat, one) : Promise.resolve(null))),
      )
      if (of.current) await remember(partnership.partnershipId, known, of.current)
      return { kind: 'genuine', current: current ?? null, proposal: proposal ?? null }
    } catch (thrown) {
      if (thrown instanceof VaultError && thrown.code !== 'keyring_locked') return { kind: 'tampered', why: 'words' }
      throw thrown
    }
  },

  /** The words of one agreement, whoever of the two sealed them. */
  async words({ seat, agreement }: { seat: Seat; agreement: SealedAgreement }): Promise<AgreementWords> {
    return openWords(thePartnership(), seat, agreement)
  },

  /** Whether this device has seen an agreement with this hash in force. */
  async knows({ hash }: { hash: string }): Promise<boolean> {
    const known = await knownAgreements(thePartnership().partnershipId)
    return known.some((one) => one.hash === hash)
  },
}

type Signed = Pick<SealedAgreement, 'version' | 'previousHash' | 'rules' | 'words'>

function statementOf({ partnershipId }: Partnership, { version, previousHash, rules, words }: Signed) {
  return agreementStatement({ partnershipId, version, previousHash, rules, words })
}

async function hashOf(statement: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', statement)))
}

/** In force: both. Proposed: whoever proposed it, and nobody's signature may be a false one. */
async function signaturesHold(partnership: Partnership, mine: Seat, of: SealedAgreement): Promise<boolean> {
  const statement = statementOf(partnership, of)
  if ((await hashOf(statement)) !== of.hash) return false
  if (of.signatures[of.proposedBy] === null) return false
  return (['a', 'b'] as const).every((seat) => {
    const signature = of.signatures[seat]
    const { signingKey } = seat === mine ? partnership.me : partnership.partner
    try {
      if (signature !== null) verify(signingKey, statement, fromBase64url(signature))
      return true
    } catch (thrown) {
      if (thrown instanceof VaultError) return false
      throw thrown
    }
  })
}

/* One agreement per partnership and version: the partnership is its entry id. */

async function sealWords(version: number, words: AgreementWords): Promise<string> {
  const partnership = thePartnership()
  const bytes = await inOrder(async (place) => {
    const at = { kind: 'words', entryId: partnership.partnershipId, entryVersion: version, ...place } as const
    const sealed = await sealShared(theKeyring(), partnership, at, utf8Encode(JSON.stringify(words)))
    return { value: sealed.bytes, hash: sealed.hash }
  })
  return toBase64url(bytes)
}

async function openWords(partnership: Partnership, mine: Seat, of: SealedAgreement): Promise<AgreementWords> {
  const author = of.proposedBy === mine ? partnership.me : partnership.partner
  const { content } = await openShared(
    partnership,
    {
      kind: 'words',
      entryId: partnership.partnershipId,
      entryVersion: of.version,
      authorId: author.userId,
      deviceId: 'any',
      deviceCounter: 'any',
      previousHash: 'any',
    },
    fromBase64url(of.words),
  )
  const words = Words.safeParse(JSON.parse(utf8Decode(content)))
  if (!words.success) throw new VaultError('envelope_tampered', 'words')
  return words.data
}

interface Stored {
  readonly partnershipId: string
  readonly known: readonly KnownAgreement[]
}

/** What this device has seen in force, oldest first. */
async function knownAgreements(partnershipId: string): Promise<readonly KnownAgreement[]> {
  const stored = (await (await localDb()).get('meta', KNOWN)) as Stored | undefined
  return stored?.partnershipId === partnershipId ? stored.known : []
}

async function remember(
  partnershipId: string,
  known: readonly KnownAgreement[],
  { version, hash }: SealedAgreement,
): Promise<void> {
  if (known.at(-1)?.version === version) return
  const stored: Stored = { partnershipId, known: [...known, { version, hash }] }
  await (await localDb()).put('meta', stored, KNOWN)
}
