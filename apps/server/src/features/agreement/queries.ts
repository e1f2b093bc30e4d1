import { http } from '@turnstone/protocol'
import { toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import { findInForce, findNewest } from './store.ts'

type Row = Awaited<ReturnType<typeof findNewest>>[number]

/** The agreement in force and the proposal that waits for a signature. */
export async function agreementsOf(
  db: Database,
  partnershipId: string,
): Promise<{ current: http.agreement.Agreement | null; proposal: http.agreement.Agreement | null }> {
  const [newest, before] = await findNewest(db, partnershipId)
  if (!newest) return { current: null, proposal: null }
  if (newest.signedAt) return { current: fromRow(newest), proposal: null }
  return { current: before ? fromRow(before) : null, proposal: fromRow(newest) }
}

/** What an amendment rests on: the version both signed, and the amendments since. Empty for a version both signed. */
export async function basisOf(
  db: Database,
  partnershipId: string,
  current: http.agreement.Agreement | null,
): Promise<http.agreement.Agreement[]> {
  if (current?.kind !== 'amendment') return []
  const versions = await historyOf(db, partnershipId)
  const signed = versions.findLastIndex(({ kind, version }) => kind === 'agreement' && version < current.version)
  return versions.slice(signed).filter(({ version }) => version < current.version)
}

/** Every version that was ever in force, oldest first. */
export async function historyOf(db: Database, partnershipId: string): Promise<http.agreement.Agreement[]> {
  return (await findInForce(db, partnershipId)).map(fromRow)
}

function fromRow(row: Row): http.agreement.Agreement {
  return http.agreement.Agreement.parse({
    kind: row.kind,
    version: row.version,
    previousHash: row.previousHash && toText(row.previousHash),
    rules: row.rules,
    words: toText(row.words),
    hash: toText(row.hash),
    proposedBy: row.proposedBy,
    signatures: { a: row.signatureA && toText(row.signatureA), b: row.signatureB && toText(row.signatureB) },
    signedAtMs: row.signedAt?.getTime() ?? null,
  })
}
