import type { Database, Transaction } from '../../infra/db.ts'
import type { PushTarget } from '../../infra/push/push-sender.ts'
import { requireStandingLink } from '../partnership/queries.ts'

type Bytes = Uint8Array<ArrayBuffer>

interface NewSubscription {
  readonly sessionId: string
  readonly endpoint: string
  readonly p256dh: Bytes
  readonly auth: Bytes
}

export async function findEndpoint({ prisma }: Database, sessionId: string): Promise<string | null> {
  const found = await prisma.pushSubscription.findUnique({ where: { sessionId }, select: { endpoint: true } })
  return found?.endpoint ?? null
}

/**
 * Written while session and link stand, or not at all. A browser has one endpoint: whoever was signed in there before
 * gets nothing on it any more. Throws `not_linked`.
 */
export function putSubscription(
  { prisma }: Database,
  { sessionId, ...data }: NewSubscription,
  { partnershipId, onlyRenew }: { partnershipId: string; onlyRenew: boolean },
): Promise<'kept' | 'ended' | 'none'> {
  return prisma.$transaction(async (tx) => {
    await requireStandingLink(tx, partnershipId)
    if (!(await whileSessionStands(tx, sessionId))) return 'ended'
    if (onlyRenew && (await tx.pushSubscription.count({ where: { sessionId } })) === 0) return 'none'
    await tx.pushSubscription.deleteMany({ where: { endpoint: data.endpoint, sessionId: { not: sessionId } } })
    await tx.pushSubscription.upsert({ where: { sessionId }, create: { sessionId, ...data }, update: data })
    return 'kept'
  })
}

async function whileSessionStands(tx: Pick<Database['prisma'], '$queryRaw'>, sessionId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM session WHERE id = ${sessionId}::uuid AND ended_at IS NULL FOR SHARE`
  return rows.length === 1
}

export async function deleteSubscription({ prisma }: Database, sessionId: string): Promise<void> {
  await prisma.pushSubscription.deleteMany({ where: { sessionId } })
}

/** Unless it has been renewed since. */
export async function deleteEndpoint({ prisma }: Database, endpoint: string): Promise<void> {
  await prisma.pushSubscription.deleteMany({ where: { endpoint } })
}

/** Those of both: consent was for this link. */
export async function deleteOfLink(tx: Transaction, partnershipId: string): Promise<void> {
  await tx.query(
    `DELETE FROM push_subscription p USING session s, member m
      WHERE p.session_id = s.id AND s.account_id = m.account_id AND m.partnership_id = $1`,
    [partnershipId],
  )
}

/** Those of sessions that have run out; of those that were ended nothing is left. */
export async function deleteExpired({ pool }: Database, now: Date): Promise<void> {
  await pool.query(
    `DELETE FROM push_subscription p USING session s
      WHERE p.session_id = s.id AND (s.ended_at IS NOT NULL OR s.expires_at <= $1)`,
    [now],
  )
}

export interface NewJob {
  readonly partnershipId: string
  /** Whose devices are to be told. */
  readonly seat: 'a' | 'b'
  readonly checkInId: string
  readonly freezeEpoch: number
  readonly until: Date
  readonly now: Date
}

/** One for every device of theirs that takes pushes, in the place of an earlier one. */
export async function insertJobs(tx: Transaction, job: NewJob): Promise<void> {
  await tx.query(
    `INSERT INTO push_job (session_id, id, check_in_id, freeze_epoch, due_at, until)
     SELECT p.session_id, gen_random_uuid(), $3, $4, $6, $5
       FROM push_subscription p
       JOIN session s ON s.id = p.session_id AND s.ended_at IS NULL AND s.expires_at > $6
       JOIN member m ON m.linked_account_id = s.account_id
      WHERE m.partnership_id = $1 AND m.seat = $2
     ON CONFLICT (session_id) DO UPDATE SET
       id = EXCLUDED.id, check_in_id = EXCLUDED.check_in_id, freeze_epoch = EXCLUDED.freeze_epoch,
       due_at = EXCLUDED.due_at, until = EXCLUDED.until, tries = 0`,
    [job.partnershipId, job.seat, job.checkInId, job.freezeEpoch, job.until, job.now],
  )
}

export interface Job {
  readonly id: string
  readonly sessionId: string
  readonly checkInId: string
  /** With this one. */
  readonly tries: number
  readonly untilMs: number
  readonly target: PushTarget
  /** The pause it is about is still there, and so is whoever is to be told. */
  readonly isWanted: boolean
}

/** What is due, for this node alone until `leaseEnds`. */
export async function claimJobs(
  { pool }: Database,
  { now, leaseEnds, limit }: { now: Date; leaseEnds: Date; limit: number },
): Promise<Job[]> {
  const { rows } = await pool.query(
    `WITH due AS (
       SELECT session_id FROM push_job WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED
     ), claimed AS (
       UPDATE push_job j SET due_at = $2, tries = j.tries + 1 FROM due WHERE j.session_id = due.session_id RETURNING j.*
     )
     SELECT c.id, c.session_id, c.check_in_id, c.tries, c.until, p.endpoint, p.p256dh, p.auth,
            c.until > $1 AND s.ended_at IS NULL AND s.expires_at > $1
              AND i.room->'phase'->>'kind' = 'frozen' AND (i.room->>'freezeEpoch')::int = c.freeze_epoch AS is_wanted
       FROM claimed c
       JOIN push_subscription p ON p.session_id = c.session_id
       JOIN session s ON s.id = c.session_id
       JOIN check_in i ON i.id = c.check_in_id`,
    [now, leaseEnds, limit],
  )
  return rows.map((row) => ({
    id: row.id,
    sessionId: row.session_id,
    checkInId: row.check_in_id,
    tries: row.tries,
    untilMs: row.until.getTime(),
    target: { endpoint: row.endpoint, p256dh: row.p256dh, auth: row.auth },
    isWanted: row.is_wanted,
  }))
}

/** One that has taken its place meanwhile stays. */
export async function deleteJob({ pool }: Database, id: string): Promise<void> {
  await pool.query('DELETE FROM push_job WHERE id = $1', [id])
}

export async function postponeJob({ pool }: Database, id: string, dueAt: Date): Promise<void> {
  await pool.query('UPDATE push_job SET due_at = $2 WHERE id = $1', [id, dueAt])
}
