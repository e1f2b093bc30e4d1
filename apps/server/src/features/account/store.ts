import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../../infra/db.ts'

export function findForLookup({ prisma }: Database, email: string) {
  return prisma.account.findUnique({ where: { email }, select: { id: true, seed: true, kdf: true } })
}

/** Throws Prisma's unique violation when the e-mail or the id is taken. */
export function insertAccount({ prisma }: Database, account: Prisma.AccountCreateInput) {
  return prisma.account.create({ data: account, select: { id: true } })
}

export function findAccount({ prisma }: Database, accountId: string) {
  return prisma.account.findUniqueOrThrow({ where: { id: accountId }, include: { sealed: true } })
}

type Sealed = { accountId: string; kind: string; version: number; sealed: Uint8Array<ArrayBuffer> }

/** True when `item` is the next version of what is stored, and now stored itself. */
export async function replaceSealed({ prisma }: Database, item: Sealed): Promise<boolean> {
  if (item.version === 1) {
    const { count } = await prisma.sealedItem.createMany({ data: item, skipDuplicates: true })
    return count === 1
  }
  const { count } = await prisma.sealedItem.updateMany({
    where: { accountId: item.accountId, kind: item.kind, version: item.version - 1 },
    data: { version: item.version, sealed: item.sealed },
  })
  return count === 1
}
