import { http } from '@turnstone/protocol'
import { toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import type { Membership } from '../partnership/queries.ts'
import { findSheets } from './store.ts'

/** The register as one of the two may see it: nothing of the other's before both are in, no sheet before both are open. */
export async function registerOf(
  db: Database,
  { partnershipId, seat }: Pick<Membership, 'partnershipId' | 'seat'>,
): Promise<http.register.Register> {
  const sheets = await findSheets(db, partnershipId)
  const mine = sheets.find((sheet) => sheet.seat === seat)
  const theirs = sheets.find((sheet) => sheet.seat !== seat)
  if (!mine) return { mine: null, theirs: null }
  const bothOpen = mine.opened !== null && theirs?.opened != null
  return http.register.Register.parse({
    mine: { ...committed(mine), kept: toText(mine.kept), opened: mine.opened && toText(mine.opened) },
    theirs: theirs ? { ...committed(theirs), opened: bothOpen && theirs.opened ? toText(theirs.opened) : null } : null,
  })
}

type Row = Awaited<ReturnType<typeof findSheets>>[number]

const committed = ({ entryId, commitment, signature }: Row) => ({
  entryId,
  commitment: toText(commitment),
  signature: toText(signature),
})
