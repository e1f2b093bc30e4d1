import type { Database } from '../../infra/db.ts'

/** The session if it has neither ended nor expired. */
export function findOpenSession({ prisma }: Database, sessionId: string, now: Date) {
  return prisma.session.findFirst({
    where: { id: sessionId, endedAt: null, expiresAt: { gt: now } },
    select: { accountId: true, version: true },
  })
}

/**
 * Null where the password changed since it was proven: the account's row is held while the session is written, so that
 * none begins behind the back of a change that ends them all.
 */
export async function insertSession(
  { prisma }: Database,
  session: { id: string; accountId: string; authHash: string; startedAt: Date; expiresAt: Date },
): Promise<{ id: string; version: number } | null> {
  const [inserted] = await prisma.$queryRaw<{ id: string; version: number }[]>`
    INSERT INTO session (id, account_id, started_at, expires_at)
    SELECT ${session.id}::uuid, id, ${session.startedAt}, ${session.expiresAt}
    FROM account WHERE id = ${session.accountId}::uuid AND auth_hash = ${session.authHash}
    FOR SHARE
    RETURNING id, version`
  return inserted ?? null
}

export function findOpenSessions({ prisma }: Database, accountId: string, now: Date) {
  return prisma.session.findMany({
    where: { accountId, endedAt: null, expiresAt: { gt: now } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, startedAt: true, label: true },
  })
}

/** Sessions that began after this one and that nobody has spoken for, ended or not. */
export async function findNewsFor({ prisma }: Database, accountId: string, sessionId: string) {
  const { startedAt } = await prisma.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { startedAt: true },
  })
  return prisma.session.findMany({
    where: { accountId, id: { not: sessionId }, knownAt: null, startedAt: { gt: startedAt } },
    orderBy: { startedAt: 'desc' },
    select: { id: true, startedAt: true, endedAt: true, label: true },
  })
}

export async function setLabel({ prisma }: Database, sessionId: string, label: Uint8Array<ArrayBuffer>): Promise<void> {
  await prisma.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { label } })
}

/** True when there is such a session, begun after the one that speaks for it. */
export async function markKnown(
  { prisma }: Database,
  of: { sessionId: string; accountId: string; bySessionId: string; now: Date },
): Promise<boolean> {
  const by = await prisma.session.findUniqueOrThrow({ where: { id: of.bySessionId }, select: { startedAt: true } })
  const { count } = await prisma.session.updateMany({
    where: { id: of.sessionId, accountId: of.accountId, startedAt: { gt: by.startedAt } },
    data: { knownAt: of.now },
  })
  return count > 0
}

/**
 * True when it was open and is the person's own; `accountId` null ends it whoever's it is. Whoever ends another session
 * of theirs has answered whether they know it.
 */
export async function markSessionEnded(
  { prisma }: Database,
  sessionId: string,
  accountId: string | null,
  now: Date,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, endedAt: null, ...(accountId && { accountId }) },
      data: { endedAt: now, ...(accountId && { knownAt: now }) },
    })
    if (count > 0) await tx.pushSubscription.deleteMany({ where: { sessionId } })
    return count > 0
  })
}

export async function markOthersEnded(
  { prisma }: Database,
  accountId: string,
  exceptId: string,
  now: Date,
): Promise<string[]> {
  return prisma.$transaction(async (tx) => {
    const ended = await tx.session.updateManyAndReturn({
      where: { accountId, endedAt: null, id: { not: exceptId } },
      data: { endedAt: now, knownAt: now },
      select: { id: true },
    })
    const ids = ended.map(({ id }) => id)
    await tx.pushSubscription.deleteMany({ where: { sessionId: { in: ids } } })
    return ids
  })
}

export function findCredentials({ prisma }: Database, email: string) {
  return prisma.account.findUnique({ where: { email }, select: { id: true, authHash: true } })
}
