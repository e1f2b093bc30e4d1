import type { Database } from '../../infra/db.ts'

type Bytes = Uint8Array<ArrayBuffer>

export function findPasskeys({ prisma }: Database, accountId: string) {
  return prisma.passkey.findMany({
    where: { accountId },
    orderBy: { createdAt: 'desc' },
    select: { credentialId: true, createdAt: true, label: true },
  })
}

export function findPasskey({ prisma }: Database, credentialId: Bytes) {
  return prisma.passkey.findUnique({ where: { credentialId } })
}

interface NewPasskey {
  readonly credentialId: Bytes
  readonly accountId: string
  readonly publicKey: Bytes
  readonly counter: bigint
  readonly label: Bytes | null
}

/** The account's keys from now on, where the passkeys that open them change. */
type NewKeys = { readonly keys: Bytes; readonly version: number } | null

/**
 * The passkey and its way into the keys, or neither: `late` where another device was first, `ended` where the session is
 * no more. Throws Prisma's unique violation where it is there already.
 */
export function insertPasskey(
  { prisma }: Database,
  passkey: NewPasskey,
  { sessionId, keys }: { sessionId: string; keys: NewKeys },
): Promise<'added' | 'ended' | 'late'> {
  return prisma.$transaction(async (tx) => {
    await holdAccount(tx, passkey.accountId)
    const standing = await tx.session.count({ where: { id: sessionId, endedAt: null } })
    if (standing === 0) return 'ended'
    if (!(await replaceKeys(tx, passkey.accountId, keys))) return 'late'
    await tx.passkey.create({ data: passkey })
    return 'added'
  })
}

/** The passkey and its way into the keys, or neither. */
export function deletePasskey(
  { prisma }: Database,
  { accountId, credentialId }: { accountId: string; credentialId: Bytes },
  keys: NewKeys,
): Promise<'removed' | 'unknown' | 'late'> {
  return prisma.$transaction(async (tx) => {
    await holdAccount(tx, accountId)
    if ((await tx.passkey.count({ where: { accountId, credentialId } })) === 0) return 'unknown'
    if (!(await replaceKeys(tx, accountId, keys))) return 'late'
    await tx.passkey.deleteMany({ where: { accountId, credentialId } })
    return 'removed'
  })
}

type Tx = Pick<Database['prisma'], 'account' | '$queryRaw'>

/** Until this has ended nobody recovers the account: a recovery takes all passkeys away, and must not miss one. */
async function holdAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM account WHERE id = ${accountId}::uuid FOR UPDATE`
}

/** True where nothing is to be replaced, or `version` was the next one. For which password they are sealed stays as it was. */
async function replaceKeys(tx: Tx, accountId: string, sealed: NewKeys): Promise<boolean> {
  if (!sealed) return true
  const { keys, version } = sealed
  const { count } = await tx.account.updateMany({
    where: { id: accountId, keysVersion: version - 1 },
    data: { keys, keysVersion: version },
  })
  return count === 1
}

export function findOwner({ prisma }: Database, accountId: string) {
  return prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { id: true, authHash: true, signingKey: true },
  })
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
