import { isLongerBreak, isSameRules, type Rules, type Seat } from '@turnstone/check-in'
import type { AgreementWords } from './agreement-words'

/* Which agreement may follow which. Pure, so that every way to cheat has its test. */

export interface KnownAgreement {
  readonly version: number
  readonly hash: string
}

interface Link extends KnownAgreement {
  readonly kind: 'agreement' | 'amendment'
  readonly previousHash: string | null
  readonly proposedBy: Seat
  readonly signatures: Readonly<Record<Seat, string | null>>
}

/** What the server shows: the one in force last, before it what it rests on; and perhaps a proposal. */
interface Offered {
  readonly inForce: readonly Link[]
  readonly proposal: Link | null
}

/** What does not fit, or null. `known` is what this device has seen in force, oldest first. */
export function judgeChain(
  { inForce, proposal }: Offered,
  known: readonly KnownAgreement[],
): 'signature' | 'chain' | 'older' | null {
  const current = inForce.at(-1) ?? null
  const newest = known.at(-1)
  if (newest && (!current || current.version < newest.version)) return 'older'
  const [first, ...rest] = inForce
  // Whatever one person changed alone rests on what both have signed.
  if (first && first.kind !== 'agreement') return 'chain'
  for (const link of inForce) {
    if (!isSigned(link)) return 'signature'
    if ((link.version === 1) !== (link.previousHash === null)) return 'chain'
    const before = known.find(({ version }) => version === link.version - 1)
    if (before && before.hash !== link.previousHash) return 'chain'
    const same = known.find(({ version }) => version === link.version)
    if (same && same.hash !== link.hash) return 'chain'
  }
  for (const [place, link] of rest.entries()) if (!follows(inForce[place], link)) return 'chain'
  if (proposal && (proposal.kind !== 'agreement' || !follows(current, proposal))) return 'chain'
  return null
}

const follows = (before: Link | null | undefined, link: Link) =>
  link.version === (before?.version ?? 0) + 1 && link.previousHash === (before?.hash ?? null)

/** An agreement by both; an amendment by its maker, and by nobody else. */
function isSigned({ kind, proposedBy, signatures: { a, b } }: Link): boolean {
  if (kind === 'agreement') return a !== null && b !== null
  return proposedBy === 'a' ? a !== null && b === null : b !== null && a === null
}

interface Content {
  readonly rules: Rules
  readonly words: AgreementWords
}

/** The closed list of what one signature changes, one thing at a time. Nothing on it takes a signal away. */
export function needsOneSignature(before: Content, after: Content): boolean {
  if (isLongerBreak(before.rules, after.rules)) return isSameWords(before.words, after.words)
  return isSameRules(before.rules, after.rules) && isOneMoreTopic(before.words, after.words)
}

export const isSameWords = (one: AgreementWords, other: AgreementWords): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

function isOneMoreTopic(before: AgreementWords, after: AgreementWords): boolean {
  const topic = after.leaveAlone.at(-1)
  if (topic === undefined || topic.trim() === '' || before.leaveAlone.includes(topic)) return false
  return isSameWords({ ...before, leaveAlone: [...before.leaveAlone, topic] }, after)
}
