import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database, Transaction } from '../../infra/db.ts'
import { type Membership, requireTurnInLink } from '../partnership/queries.ts'

type Seat = Membership['seat']

export function findSheets({ prisma }: Database, partnershipId: string) {
  return prisma.registerSheet.findMany({ where: { partnershipId } })
}

/** Puts a sheet in the place of its author's earlier one. False once both were in: the other may have answered it. */
export function putSheet(
  { prisma }: Database,
  { partnershipId, seat, ...sheet }: Prisma.RegisterSheetUncheckedCreateInput,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await requireTurnInLink(tx, partnershipId)
    if ((await tx.registerSheet.count({ where: { partnershipId } })) === 2) return false
    await tx.registerSheet.upsert({
      where: { partnershipId_seat: { partnershipId, seat } },
      create: { partnershipId, seat, ...sheet },
      update: sheet,
    })
    return true
  })
}

/** Adds what both may read, once. False when not both are in, or not with these commitments. */
export function addOpened(
  { prisma }: Database,
  of: {
    partnershipId: string
    seat: Seat
    mine: Uint8Array<ArrayBuffer>
    theirs: Uint8Array<ArrayBuffer>
    opened: Uint8Array<ArrayBuffer>
  },
): Promise<boolean> {
  const { partnershipId, seat } = of
  return prisma.$transaction(async (tx) => {
    await requireTurnInLink(tx, partnershipId)
    const isIn = await tx.registerSheet.count({
      where: { partnershipId, seat: { not: seat }, commitment: of.theirs },
    })
    if (isIn === 0) return false
    const own = { partnershipId, seat, commitment: of.mine }
    await tx.registerSheet.updateMany({ where: { ...own, opened: null }, data: { opened: of.opened } })
    return (await tx.registerSheet.count({ where: own })) === 1
  })
}

/** Deletes this sheet, and the other one too once both were in. True when both were. */
export function deleteSheets({ prisma }: Database, partnershipId: string, seat: Seat): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    await requireTurnInLink(tx, partnershipId)
    const bothIn = (await tx.registerSheet.count({ where: { partnershipId } })) === 2
    await tx.registerSheet.deleteMany({ where: bothIn ? { partnershipId } : { partnershipId, seat } })
    return bothIn
  })
}

export async function deleteAllSheets(tx: Transaction, partnershipId: string): Promise<void> {
  await tx.query('DELETE FROM register_sheet WHERE partnership_id = $1', [partnershipId])
}
