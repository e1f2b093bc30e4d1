import type { Rules, Seat } from '@turnstone/check-in'
import { agreementStatement, amendmentStatement } from '@turnstone/protocol'
import {
  fromBase64url,
  openShared,
  type Partnership,
  sealShared,
  sign,
  toBase64url,
  VaultError,
  verify,
} from '@turnstone/vault'
import { localDb } from '@/lib/local-db'
import { judgeChain, type KnownAgreement, needsOneSignature } from './agreement-chain'
import { type AgreementWords, fromContent, toContent } from './agreement-words'
import { inOrder } from './device'
import { theKeyring, thePartnership } from './session'

/** An agreement as the server has it. */
export interface SealedAgreement {
  readonly kind: 'agreement' | 'amendment'
  readonly version: number
  readonly previousHash: string | null
  readonly rules: Rules
  readonly words: string
  readonly hash: string
  readonly proposedBy: Seat
  readonly signatures: Readonly<Record<Seat, string | null>>
}

/** Why the rules the server shows are not used. `amendment`: one person changed alone what takes two. */
export type AgreementDefect = 'signature' | 'chain' | 'older' | 'words' | 'amendment'

/** `inForce`: the words of each version that was shown as such, in the same order. */
export type OpenedAgreements =
  | { readonly kind: 'genuine'; readonly inForce: readonly AgreementWords[]; readonly proposal: AgreementWords | null }
  | { readonly kind: 'tampered'; readonly why: AgreementDefect }

interface Written {
  readonly version: number
  readonly previousHash: string | null
  readonly rules: Rules
  readonly words: AgreementWords
}

const KNOWN = 'agreement.known'

export const agreement = {
  /** The next version, signed by me, its words sealed for the two of us: everything but what it replaces. */
  async propose(of: Written) {
    return sealAndSign('agreement', of)
  },

  /** A change that I make alone. What is not on the closed list is refused here too. */
  async amend({ before, ...of }: Written & { before: { rules: Rules; words: AgreementWords } }) {
    if (!needsOneSignature(before, of)) throw new VaultError('argument_invalid', 'amendment')
    return sealAndSign('amendment', of)
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
    /** The one in force last, before it what it rests on or all there ever were. */
    inForce: readonly SealedAgreement[]
    proposal: SealedAgreement | null
    /** A link that has ended; else the present one. */
    partnershipId?: string
  }): Promise<OpenedAgreements> {
    const partnership = thePartnership(of.partnershipId)
    const known = await knownAgreements(partnership.partnershipId)
    const misfit = judgeChain(of, known)
    if (misfit) return { kind: 'tampered', why: misfit }
    for (const one of [...of.inForce, of.proposal])
      if (one && !(await signaturesHold(partnership, of.seat, one))) return { kind: 'tampered', why: 'signature' }
    try {
      const inForce = await Promise.all(of.inForce.map((one) => openWords(partnership, of.seat, one)))
      const proposal = of.proposal && (await openWords(partnership, of.seat, of.proposal))
      if (!amendmentsHold(of.inForce, inForce)) return { kind: 'tampered', why: 'amendment' }
      if (of.partnershipId === undefined) await remember(partnership.partnershipId, known, of.inForce)
      return { kind: 'genuine', inForce, proposal }
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

type Signed = Pick<SealedAgreement, 'kind' | 'version' | 'previousHash' | 'rules' | 'words'>

function statementOf({ partnershipId }: Partnership, { kind, version, previousHash, rules, words }: Signed) {
  const toStatement = kind === 'amendment' ? amendmentStatement : agreementStatement
  return toStatement({ partnershipId, version, previousHash, rules, words })
}

async function sealAndSign(kind: SealedAgreement['kind'], { version, previousHash, rules, words }: Written) {
  const body = { version, previousHash, rules, words: await sealWords(version, words) }
  const statement = statementOf(thePartnership(), { kind, ...body })
  return { ...body, hash: await hashOf(statement), signature: toBase64url(sign(theKeyring(), statement)) }
}

/** What one person changed alone is on the closed list, each change of it. */
function amendmentsHold(sealed: readonly SealedAgreement[], opened: readonly AgreementWords[]): boolean {
  let before: { rules: Rules; words: AgreementWords } | null = null
  for (const [place, { kind, rules }] of sealed.entries()) {
    const words = opened[place]
    if (!words) return false
    if (kind === 'amendment' && !(before && needsOneSignature(before, { rules, words }))) return false
    before = { rules, words }
  }
  return true
}

async function hashOf(statement: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', statement)))
}

/** Whoever proposed it has signed, and nobody's signature is a false one. That there are two where it takes two is the chain's. */
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
    const sealed = await sealShared(theKeyring(), partnership, at, toContent(words))
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
  return fromContent(content)
}

interface Stored {
  readonly partnershipId: string
  readonly known: readonly KnownAgreement[]
}

/** What this device has seen in force, oldest first. */
async function knownAgreements(partnershipId: string): Promise<readonly KnownAgreement[]> {
  const stored = (await localDb.get('meta', KNOWN)) as Stored | undefined
  return stored?.partnershipId === partnershipId ? stored.known : []
}

async function remember(
  partnershipId: string,
  known: readonly KnownAgreement[],
  inForce: readonly SealedAgreement[],
): Promise<void> {
  const seen = new Set(known.map(({ version }) => version))
  const more = inForce.filter(({ version }) => !seen.has(version)).map(({ version, hash }) => ({ version, hash }))
  if (more.length === 0) return
  const all = [...known, ...more].toSorted((one, other) => one.version - other.version)
  const stored: Stored = { partnershipId, known: all }
  await localDb.put('meta', stored, KNOWN)
}
