import type { http, RouteInput } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes } from '../../infra/bytes.ts'
import { isUniqueViolation } from '../../infra/unique-violation.ts'
import { isRecordable } from '../check-in/queries.ts'
import { type Membership, membershipOf } from '../partnership/queries.ts'
import { findObstacle, insertEntry, type NewEntry } from './store.ts'

type Input = RouteInput<typeof http.journal.saveEntry>

/** Saves a sealed entry, once however often it is sent. Both devices may bring a check-in's record; the first stays. */
export async function saveEntry(
  context: Context,
  accountId: string,
  { params, body }: Input,
): Promise<{ cursor: string }> {
  const { clock, db, fanout } = context
  const membership = await membershipOf(db, accountId)
  const entry: NewEntry = {
    id: params.entryId,
    room: body.room,
    scopeId: scopeFor(body.room, accountId, membership),
    authorId: accountId,
    recordOfId: body.checkInId ?? null,
    mutationId: body.mutationId,
    envelope: toBytes(body.envelope),
  }
  if (entry.recordOfId) await requireRecordable(context, entry, membership)
  try {
    const cursor = await insertEntry(db, entry, new Date(clock.now().wallMs))
    if (body.room === 'living' && membership) fanout.pokeBoth(membership.partnershipId, 'journal')
    else fanout.poke([accountId], 'journal')
    return { cursor: String(cursor) }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return { cursor: await cursorOfSame(context, entry) }
  }
}

function scopeFor(room: NewEntry['room'], accountId: string, membership: Membership | null): string {
  if (room === 'drawer') return accountId
  if (!membership) throw new AppError('not_linked')
  return membership.partnershipId
}

async function requireRecordable({ db }: Context, entry: NewEntry, membership: Membership | null): Promise<void> {
  const isTheirs = entry.room === 'living' && entry.recordOfId !== null && membership !== null
  if (!isTheirs || !(await isRecordable(db, entry.recordOfId, membership.partnershipId)))
    throw new AppError('not_found')
}

/** The cursor if what stands in the way is this very entry; somebody else's is answered as a plain conflict. */
async function cursorOfSame({ db }: Context, entry: NewEntry): Promise<string> {
  const existing = await findObstacle(db, entry)
  const isRepeated =
    existing?.mutationId === entry.mutationId && existing.id === entry.id && existing.authorId === entry.authorId
  const isSameRecord =
    entry.recordOfId !== null && existing?.recordOfId === entry.recordOfId && existing.scopeId === entry.scopeId
  if (!existing || !(isRepeated || isSameRecord)) throw new AppError('version_conflict')
  return String(existing.cursor)
}
