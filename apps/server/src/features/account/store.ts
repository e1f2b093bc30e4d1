import { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../../infra/db.ts'

type Tx = Pick<Database['prisma'], 'account' | 'passkey' | 'passwordReset' | 'pushSubscription' | 'session'>

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

export function findForRecovery({ prisma }: Database, email: string) {
  return prisma.account.findUnique({
    where: { email },
    select: { id: true, recoveryAuthHash: true, signingKey: true, keys: true, keysVersion: true },
  })
}

/** Sessions to end with a change: all but one, or all. */
type Ending = { readonly exceptId: string | null } | null

/**
 * Replaces keys and what goes with them, if `version` is the next one, and ends sessions and links for a new password
 * with it. Returns the ids of the sessions that ended, or null where another device was first.
 */
export function replaceCredentials(
  { prisma }: Database,
  change: {
    accountId: string
    version: number
    data: Prisma.AccountUpdateManyMutationInput
    endSessions: Ending
    now: Date
  },
): Promise<string[] | null> {
  const { accountId, version, data, endSessions, now } = change
  return prisma.$transaction(async (tx: Tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, keysVersion: version - 1 },
      data: { ...data, keysVersion: version, keysBehind: Prisma.DbNull },
    })
    if (count !== 1) return null
    await tx.passwordReset.deleteMany({ where: { accountId } })
    return endSessions ? endSessionsOf(tx, accountId, endSessions.exceptId, now) : []
  })
}

/** Keeps a new link, and forgets all that ended. */
export async function insertReset(
  { prisma }: Database,
  reset: { tokenHash: Uint8Array<ArrayBuffer>; accountId: string; expiresAt: Date },
  now: Date,
): Promise<void> {
  await prisma.passwordReset.deleteMany({ where: { expiresAt: { lt: now } } })
  await prisma.passwordReset.create({ data: reset })
}

export function findReset({ prisma }: Database, tokenHash: Uint8Array<ArrayBuffer>) {
  return prisma.passwordReset.findUnique({ where: { tokenHash }, include: { account: true } })
}

/** Uses a link up, sets what it is for, and ends all sessions. Null where the link has ended already. */
export function applyReset(
  { prisma }: Database,
  reset: {
    tokenHash: Uint8Array<ArrayBuffer>
    accountId: string
    data: Prisma.AccountUpdateInput
    now: Date
  },
): Promise<string[] | null> {
  const { tokenHash, accountId, data, now } = reset
  return prisma.$transaction(async (tx: Tx) => {
    const { count } = await tx.passwordReset.updateMany({
      where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    if (count !== 1) return null
    await tx.account.update({ where: { id: accountId }, data })
    await tx.passwordReset.deleteMany({ where: { accountId, usedAt: null } })
    return endSessionsOf(tx, accountId, null, now)
  })
}

/**
 * The account's row is locked by then, so that no session can begin with the password before. Whoever ends all of them
 * recovers the account: passkeys somebody else may have added go first, so that none begins by one meanwhile.
 */
async function endSessionsOf(tx: Tx, accountId: string, exceptId: string | null, now: Date): Promise<string[]> {
  if (exceptId === null) await tx.passkey.deleteMany({ where: { accountId } })
  const ended = await tx.session.updateManyAndReturn({
    where: { accountId, endedAt: null, ...(exceptId && { id: { not: exceptId } }) },
    // Whoever changes the password has answered what they were asked about these.
    data: { endedAt: now, knownAt: now },
    select: { id: true },
  })
  const ids = ended.map(({ id }) => id)
  await tx.pushSubscription.deleteMany({ where: { sessionId: { in: ids } } })
  return ids
}
