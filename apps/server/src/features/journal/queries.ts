import { http, LIMITS } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toText } from '../../infra/bytes.ts'
import { membershipOf } from '../partnership/queries.ts'
import { findEntries, findEntry } from './store.ts'

/** What the person may read in a room, after a cursor. A room they do not have is empty. */
export async function listEntries(
  { db }: Context,
  accountId: string,
  { room, after }: { room: 'drawer' | 'living'; after: string },
) {
  const scopeId = room === 'drawer' ? accountId : (await membershipOf(db, accountId))?.partnershipId
  const rows = scopeId ? await findEntries(db, scopeId, BigInt(after)) : []
  return { entries: rows.slice(0, LIMITS.entriesPerPull).map(fromRow), more: rows.length > LIMITS.entriesPerPull }
}

/** One entry; what the person may not read does not exist for them. */
export async function readEntry({ db }: Context, accountId: string, entryId: string): Promise<http.journal.Entry> {
  const membership = await membershipOf(db, accountId)
  const row = await findEntry(db, entryId, membership ? [accountId, membership.partnershipId] : [accountId])
  if (!row) throw new AppError('not_found')
  return fromRow(row)
}

function fromRow(row: Awaited<ReturnType<typeof findEntries>>[number]): http.journal.Entry {
  return {
    entryId: row.id,
    room: http.journal.Room.parse(row.room),
    authorId: row.authorId,
    envelope: toText(row.envelope),
    savedAtMs: row.savedAt.getTime(),
    cursor: String(row.cursor),
  }
}
