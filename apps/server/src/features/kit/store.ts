import type { Database } from '../../infra/db.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface Place {
  readonly accountId: string
  readonly id: string
}

/** `full` where there are `most` others already. One that is there stays as it is. */
export function insertPicture(
  { prisma }: Database,
  picture: Place & { readonly sealed: Bytes },
  most: number,
): Promise<'kept' | 'full'> {
  return prisma.$transaction(async (tx) => {
    // Two devices that put one in at the same moment are counted one after the other.
    await tx.$queryRaw`SELECT 1 FROM account WHERE id = ${picture.accountId}::uuid FOR UPDATE`
    const others = await tx.kitPicture.count({ where: { accountId: picture.accountId, id: { not: picture.id } } })
    if (others >= most) return 'full'
    await tx.kitPicture.createMany({ data: picture, skipDuplicates: true })
    return 'kept'
  })
}

export async function findPicture({ prisma }: Database, place: Place): Promise<Bytes | null> {
  const found = await prisma.kitPicture.findUnique({ where: { accountId_id: place }, select: { sealed: true } })
  return found?.sealed ?? null
}

export async function deletePicture({ prisma }: Database, place: Place): Promise<void> {
  await prisma.kitPicture.deleteMany({ where: place })
}
