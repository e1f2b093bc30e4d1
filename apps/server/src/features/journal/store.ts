import { type http, LIMITS } from '@turnstone/protocol'
import type { Database } from '../../infra/db.ts'
import { requireStandingLink } from '../partnership/queries.ts'

type Room = http.journal.Entry['room']

export interface NewEntry {
  readonly id: string
  readonly room: Room
  /** The account whose drawer, or the partnership whose living room it is. */
  readonly scopeId: string
  readonly authorId: string
  readonly recordOfId: string | null
  readonly mutationId: string
  readonly envelope: Uint8Array<ArrayBuffer>
}

/**
 * Stores an entry under the next cursor of its room. The row lock on the room keeps cursors in commit order, so that
 * a reader never skips one. Throws Prisma's unique violation when id, mutation or record exist, and `not_linked` when
 * the living room's link has ended.
 */
export function insertEntry({ prisma }: Database, entry: NewEntry, now: Date): Promise<bigint> {
  return prisma.$transaction(async (tx) => {
    if (entry.room === 'living') await requireStandingLink(tx, entry.scopeId)
    const scope = await tx.journalScope.upsert({
      where: { id: entry.scopeId },
      create: { id: entry.scopeId, lastCursor: 1 },
      update: { lastCursor: { increment: 1 } },
    })
    await tx.entry.create({ data: { ...entry, cursor: scope.lastCursor, savedAt: now } })
    return scope.lastCursor
  })
}

/** Whatever already stands in the way of a new entry: the same id, mutation or record. */
export function findObstacle(
  { prisma }: Database,
  { id, mutationId, recordOfId }: Pick<NewEntry, 'id' | 'mutationId' | 'recordOfId'>,
) {
  return prisma.entry.findFirst({ where: { OR: [{ id }, { mutationId }, ...(recordOfId ? [{ recordOfId }] : [])] } })
}

export function findEntries({ prisma }: Database, scopeId: string, after: bigint) {
  return prisma.entry.findMany({
    where: { scopeId, cursor: { gt: after } },
    orderBy: { cursor: 'asc' },
    take: LIMITS.entriesPerPull + 1,
  })
}

/** The entry if it lies in one of the rooms the reader may enter. */
export function findEntry({ prisma }: Database, entryId: string, scopeIds: readonly string[]) {
  return prisma.entry.findFirst({ where: { id: entryId, scopeId: { in: [...scopeIds] } } })
}
