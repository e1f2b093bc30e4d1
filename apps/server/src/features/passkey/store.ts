import type { Database } from '../../infra/db.ts'

type Bytes = Uint8Array<ArrayBuffer>

export function findPasskeys({ prisma }: Database, accountId: string) {
  return prisma.passkey.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
    select: { credentialId: true, createdAt: true },
  })
}

export function findPasskey({ prisma }: Database, credentialId: Bytes) {
  return prisma.passkey.findUnique({ where: { credentialId } })
}

/** Throws Prisma's unique violation where it is there already. */
export async function insertPasskey(
  { prisma }: Database,
  passkey: { credentialId: Bytes; accountId: string; publicKey: Bytes; counter: bigint },
): Promise<void> {
  await prisma.passkey.create({ data: passkey })
}

export async function deletePasskey({ prisma }: Database, accountId: string, credentialId: Bytes): Promise<boolean> {
  const { count } = await prisma.passkey.deleteMany({ where: { accountId, credentialId } })
  return count === 1
}

export function findAuthHash({ prisma }: Database, accountId: string) {
  return prisma.account.findUniqueOrThrow({ where: { id: accountId }, select: { authHash: true } })
}

/** Keeps a new challenge, and forgets all that ended. `accountId` null: for signing in. */
export async function insertChallenge(
  { prisma }: Database,
  challenge: { challenge: Bytes; accountId: string | null; expiresAt: Date },
  now: Date,
): Promise<void> {
  await prisma.passkeyChallenge.deleteMany({ where: { expiresAt: { lt: now } } })
  await prisma.passkeyChallenge.create({ data: challenge })
}

/** True once, in its time, for whom it was made. */
export async function takeChallenge(
  { prisma }: Database,
  { challenge, accountId, now }: { challenge: Bytes; accountId: string | null; now: Date },
): Promise<boolean> {
  const { count } = await prisma.passkeyChallenge.deleteMany({
    where: { challenge, accountId, expiresAt: { gt: now } },
  })
  return count === 1
}

/**
 * Counts the passkey on and begins the session with it, if the passkey is still there: whoever recovers the account
 * takes all passkeys away, and no session may begin with one after that. Null where it is gone.
 */
export function insertSessionBy(
  { prisma }: Database,
  { credentialId, counter }: { credentialId: Bytes; counter: bigint },
  session: { id: string; accountId: string; startedAt: Date; expiresAt: Date },
) {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.passkey.updateMany({ where: { credentialId }, data: { counter } })
    return count === 1 ? tx.session.create({ data: session, select: { id: true, version: true } }) : null
  })
}
