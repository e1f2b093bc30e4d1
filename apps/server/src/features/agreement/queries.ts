import { http } from '@turnstone/protocol'
import { toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import { findNewest } from './store.ts'

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

function fromRow(row: Row): http.agreement.Agreement {
  return http.agreement.Agreement.parse({
    version: row.version,
    previousHash: row.previousHash && toText(row.previousHash),
    rules: row.rules,
    words: toText(row.words),
    hash: toText(row.hash),
    proposedBy: row.proposedBy,
    signatures: { a: row.signatureA && toText(row.signatureA), b: row.signatureB && toText(row.signatureB) },
  })
}
