/* Which agreement may follow which. Pure, so that every way to cheat has its test. */

export interface KnownAgreement {
  readonly version: number
  readonly hash: string
}

interface Link extends KnownAgreement {
  readonly previousHash: string | null
  readonly signatures: Readonly<Record<'a' | 'b', string | null>>
}

/** What does not fit, or null. `known` is what this device has seen in force, oldest first. */
export function judgeChain(
  { current, proposal }: { current: Link | null; proposal: Link | null },
  known: readonly KnownAgreement[],
): 'signature' | 'chain' | 'older' | null {
  const newest = known.at(-1)
  if (newest && (!current || current.version < newest.version)) return 'older'
  if (current) {
    if (current.signatures.a === null || current.signatures.b === null) return 'signature'
    if ((current.version === 1) !== (current.previousHash === null)) return 'chain'
    if (newest?.version === current.version && newest.hash !== current.hash) return 'chain'
    if (newest && newest.version + 1 === current.version && newest.hash !== current.previousHash) return 'chain'
  }
  if (proposal) {
    if (proposal.version !== (current?.version ?? 0) + 1) return 'chain'
    if (proposal.previousHash !== (current?.hash ?? null)) return 'chain'
  }
  return null
}
