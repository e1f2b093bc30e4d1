import { http, LIMITS, type RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import { membershipOf, partnershipIdsOf } from '../partnership/queries.ts'
import { findEntries, findEntry } from './store.ts'

type Asked = RouteInput<typeof http.journal.listEntries>['query']

/** What the person may read in a room, after a cursor. A room they do not have is empty. */
export async function listEntries({ db }: Context, accountId: string, { room, after, of }: Asked) {
  const scopeId = room === 'drawer' ? accountId : await livingRoom(db, accountId, of)
  const rows = scopeId ? await findEntries(db, scopeId, BigInt(after)) : []
  return { entries: rows.slice(0, LIMITS.entriesPerPull).map(fromRow), more: rows.length > LIMITS.entriesPerPull }
}

/** The living room of the link I am in, or of the one I name: a room outlives its link. */
async function livingRoom(db: Database, accountId: string, of: string | undefined): Promise<string | undefined> {
  if (of === undefined) return (await membershipOf(db, accountId))?.partnershipId
  return (await partnershipIdsOf(db, accountId)).find((partnershipId) => partnershipId === of)
}

/** One entry; what the person may not read does not exist for them. */
export async function readEntry({ db }: Context, accountId: string, entryId: string): Promise<http.journal.Entry> {
  const row = await findEntry(db, entryId, [accountId, ...(await partnershipIdsOf(db, accountId))])
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
