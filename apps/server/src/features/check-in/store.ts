import type { CheckIn, CheckInEvent, Instant, Receipt, Talk } from '@turnstone/check-in'
import { StoredCheckIn, StoredReceipt, StoredTalk } from '@turnstone/protocol'
import type { Prisma } from '../../generated/prisma/client.ts'
import { toText } from '../../infra/bytes.ts'
import type { Database, Transaction } from '../../infra/db.ts'
import { requireStandingLink } from '../partnership/queries.ts'

/* The session row is the room: every change is one transaction that starts by locking that row. */

/** Sealed, by their id; nobody has been shown them. */
export type KeptLines = Readonly<Record<string, string>>

/** A check-in as it lies in the database, locked for as long as the transaction lasts. */
export interface Locked {
  readonly checkIn: CheckIn
  readonly lines: KeptLines
  readonly partnershipId: string
  readonly agreementHash: string
  /** What the command's id already came to, if it came before. */
  readonly receipt: Receipt | null
  /** The last sign of life of the server run that recorded who is present; null when nobody is recorded as present. */
  readonly presenceBeat: Instant | null
}

/** What one transaction writes. Everything that is null stays as it is. */
export interface Writes {
  readonly checkIn: CheckIn
  readonly events: readonly { readonly seq: number; readonly event: CheckInEvent }[]
  readonly receipt: { readonly commandId: string; readonly outcome: Receipt } | null
  readonly lines: KeptLines
  readonly utterances: readonly {
    readonly seq: number
    readonly utteranceId: string
    readonly kind: string
    readonly turn: number
    readonly by: string
    readonly envelope: Uint8Array
  }[]
  readonly reason: { readonly freezeEpoch: number; readonly envelope: Uint8Array } | null
  /** The freeze that was none: why it was caused is forgotten. */
  readonly slipped: number | null
  readonly serverRunId: string | null
  /** Under which agreement it is held from now on. */
  readonly agreementHash: Uint8Array | null
}

/** Locks the row for the rest of the transaction and writes what `work` returned; null when there is no such check-in. */
export async function inCheckIn<T>(
  tx: Transaction,
  checkInId: string,
  commandId: string | null,
  work: (locked: Locked) => Promise<{ writes: Writes | null; result: T }>,
): Promise<T | null> {
  const locked = await lock(tx, checkInId, commandId)
  if (!locked) return null
  const { writes, result } = await work(locked)
  if (writes) await write(tx, checkInId, writes)
  return result
}

async function lock(tx: Transaction, checkInId: string, commandId: string | null): Promise<Locked | null> {
  const { rows: rooms } = await tx.query(
    'SELECT room, partnership_id, agreement_hash FROM check_in WHERE id = $1 FOR UPDATE',
    [checkInId],
  )
  // A second statement on purpose: what it joins is read after the lock was won, not before.
  const { rows: rest } = await tx.query(
    `SELECT q.quiet, q.lines, r.outcome, q.server_run_id, s.boot_id, s.beat_wall_ms, s.beat_monotonic_ms
       FROM check_in_quiet q
       LEFT JOIN command_receipt r ON r.check_in_id = q.check_in_id AND r.command_id = $2
       LEFT JOIN server_run s ON s.id = q.server_run_id
      WHERE q.check_in_id = $1`,
    [checkInId, commandId],
  )
  const [room, quiet] = [rooms[0], rest[0]]
  if (!room || !quiet) return null
  return {
    checkIn: StoredCheckIn.parse({ room: room.room, quiet: quiet.quiet }),
    lines: quiet.lines,
    partnershipId: room.partnership_id,
    agreementHash: toText(room.agreement_hash),
    receipt: quiet.outcome === null ? null : StoredReceipt.parse(quiet.outcome),
    presenceBeat:
      quiet.server_run_id === null
        ? null
        : {
            wallMs: Number(quiet.beat_wall_ms),
            monotonicMs: Number(quiet.beat_monotonic_ms),
            bootId: String(quiet.boot_id),
          },
  }
}

const WRITE = `
  WITH room AS (
    UPDATE check_in SET
      room = $2, seq = $3, agreement_hash = coalesce($17, agreement_hash),
      opened_at = to_timestamp($4::float8 / 1000),
      ended_at = to_timestamp($5::float8 / 1000),
      live_partnership_id = CASE WHEN $5::float8 IS NULL THEN live_partnership_id END
    WHERE id = $1
  ), quiet AS (
    UPDATE check_in_quiet SET quiet = $6, server_run_id = $7, lines = $18 WHERE check_in_id = $1
  ), events AS (
    INSERT INTO check_in_event (check_in_id, seq, event)
    SELECT $1, (e->>'seq')::int, e->'event' FROM jsonb_array_elements($8::jsonb) e
  ), receipt AS (
    INSERT INTO command_receipt (check_in_id, command_id, outcome) SELECT $1, $9::uuid, $10::jsonb WHERE $9 IS NOT NULL
  ), utterance AS (
    INSERT INTO utterance (check_in_id, seq, utterance_id, kind, turn, by, envelope)
    SELECT $1, u.* FROM unnest($11::int[], $12::uuid[], $13::text[], $14::int[], $15::text[], $16::bytea[]) u
    -- An id that was used before is a mistake of whoever made it, and keeps nobody else from going on.
    ON CONFLICT (check_in_id, utterance_id) DO NOTHING
  )
  INSERT INTO freeze_reason (check_in_id, freeze_epoch, envelope) SELECT $1, $19::int, $20::bytea WHERE $19 IS NOT NULL`

async function write(tx: Transaction, checkInId: string, writes: Writes): Promise<void> {
  const { room, quiet } = writes.checkIn
  const endedAtMs = room.phase.kind === 'ended' ? room.phase.endedAtMs : null
  if (endedAtMs !== null) await forgetWhoDidWhat(tx, checkInId)
  if (writes.slipped !== null) {
    await tx.query('DELETE FROM freeze_reason WHERE check_in_id = $1 AND freeze_epoch = $2', [
      checkInId,
      writes.slipped,
    ])
  }
  await tx.query(WRITE, [
    checkInId,
    room,
    room.seq,
    room.openedAtMs,
    endedAtMs,
    quiet,
    writes.serverRunId,
    JSON.stringify(endedAtMs === null ? writes.events : []),
    writes.receipt?.commandId ?? null,
    writes.receipt?.outcome ?? null,
    writes.utterances.map(({ seq }) => seq),
    writes.utterances.map(({ utteranceId }) => utteranceId),
    writes.utterances.map(({ kind }) => kind),
    writes.utterances.map(({ turn }) => turn),
    writes.utterances.map(({ by }) => by),
    writes.utterances.map(({ envelope }) => Buffer.from(envelope)),
    writes.agreementHash,
    writes.lines,
    writes.reason?.freezeEpoch ?? null,
    writes.reason?.envelope ?? null,
  ])
}

/** Law 6 and law 8: at the end, what was said live and who did what are deleted. The facts of the record stay in the row. */
async function forgetWhoDidWhat(tx: Transaction, checkInId: string): Promise<void> {
  for (const table of ['check_in_event', 'command_receipt', 'utterance', 'freeze_reason', 'push_job']) {
    await tx.query(`DELETE FROM ${table} WHERE check_in_id = $1`, [checkInId])
  }
}

/** The live one as a transaction sees it that keeps others from being made. */
export async function findLiveWithin(tx: Transaction, partnershipId: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>('SELECT id FROM check_in WHERE live_partnership_id = $1', [
    partnershipId,
  ])
  return rows[0]?.id ?? null
}

export function findLive({ prisma }: Database, partnershipId: string) {
  return prisma.checkIn.findUnique({
    where: { livePartnershipId: partnershipId },
    select: { id: true, agreementHash: true },
  })
}

/** Throws `not_linked` when the link has ended, Prisma's unique violation when the partnership has a live one already. */
export async function insertCheckIn(
  { prisma }: Database,
  row: { id: string; partnershipId: string; agreementHash: Uint8Array<ArrayBuffer> },
  make: (talk: Talk | null) => CheckIn,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    await requireStandingLink(tx, row.partnershipId)
    const checkIn = make(await takeTalk(tx, row.partnershipId))
    await tx.checkIn.create({
      data: {
        id: row.id,
        partnershipId: row.partnershipId,
        livePartnershipId: row.partnershipId,
        agreementHash: row.agreementHash,
        room: asJson(checkIn.room),
        quiet: { create: { quiet: asJson(checkIn.quiet) } },
      },
    })
  })
}

/** What the last repair talk came to goes with the check-in that comes next, and stays with none that is over. */
async function takeTalk(tx: Prisma.TransactionClient, partnershipId: string): Promise<Talk | null> {
  const rows = await tx.$queryRaw<{ talk: unknown }[]>`
    WITH over AS (
      SELECT id, room->'talk' AS talk FROM check_in
       WHERE partnership_id = ${partnershipId}::uuid AND ended_at IS NOT NULL AND jsonb_typeof(room->'talk') = 'object'
         FOR UPDATE
    ), taken AS (
      UPDATE check_in SET room = jsonb_set(room, '{talk}', 'null') FROM over WHERE check_in.id = over.id
    ) SELECT talk FROM over`
  return rows[0] ? StoredTalk.parse(rows[0].talk) : null
}

/** With the link ends what both could have gone on with. */
export async function forgetTalks(tx: Transaction, partnershipId: string): Promise<void> {
  await tx.query(
    `UPDATE check_in SET room = jsonb_set(room, '{talk}', 'null')
      WHERE partnership_id = $1 AND jsonb_typeof(room->'talk') = 'object'`,
    [partnershipId],
  )
}

/** Every check-in that is paused: the ones that time moves on although nobody may be here. */
export async function findFrozen({ pool }: Database): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM check_in WHERE live_partnership_id IS NOT NULL AND room->'phase'->>'kind' = 'frozen'`,
  )
  return rows.map(({ id }) => id)
}

/** A rehearsal is no check-in: it is not counted and leaves no record. */
const NO_PRACTICE = { NOT: { room: { path: ['plan', 'practice'], equals: true } } } as const

export function countOpened({ prisma }: Database, partnershipId: string): Promise<number> {
  return prisma.checkIn.count({ where: { partnershipId, openedAt: { not: null }, ...NO_PRACTICE } })
}

/** Everything a device needs of one check-in, read at one moment; null when it is not this partnership's. */
export function findWhole({ prisma }: Database, checkInId: string, partnershipId: string) {
  return prisma.$transaction(
    async (tx) => {
      // One after the other: a transaction has one connection, and relations loaded together would crowd it.
      const row = await tx.checkIn.findFirst({ where: { id: checkInId, partnershipId }, include: { quiet: true } })
      const utterances = await tx.utterance.findMany({ where: { checkInId }, orderBy: { seq: 'asc' } })
      const reasons = await tx.freezeReason.findMany({ where: { checkInId }, orderBy: { freezeEpoch: 'asc' } })
      return row?.quiet ? { row, quiet: row.quiet, utterances, reasons } : null
    },
    { isolationLevel: 'RepeatableRead' },
  )
}

/** Opened, ended, and not in the journal. */
export async function findUnrecorded(db: Database, partnershipId: string) {
  const { rows } = await db.pool.query<{
    id: string
    opened_at: Date
    ended_at: Date
    turns: number
    format: string
    minutes: number
  }>(
    `SELECT c.id, c.opened_at, c.ended_at, (c.room->>'turns')::int AS turns,
            c.room->'plan'->>'format' AS format, (c.room->'plan'->>'minutes')::int AS minutes
       FROM check_in c LEFT JOIN entry e ON e.record_of_id = c.id
      WHERE c.partnership_id = $1 AND c.opened_at IS NOT NULL AND c.ended_at IS NOT NULL AND e.id IS NULL
        AND NOT (c.room->'plan'->>'practice')::boolean
      ORDER BY c.opened_at`,
    [partnershipId],
  )
  return rows
}

export function countRecordable({ prisma }: Database, checkInId: string, partnershipId: string): Promise<number> {
  return prisma.checkIn.count({
    where: { id: checkInId, partnershipId, openedAt: { not: null }, endedAt: { not: null }, ...NO_PRACTICE },
  })
}

export type Present = Readonly<Record<'a' | 'b', boolean>>

/** Who is written as here in those of these check-ins that have not ended, and by which server run. */
export async function findPresence(
  { pool }: Database,
  checkInIds: readonly string[],
): Promise<{ checkInId: string; serverRunId: string | null; present: Present }[]> {
  const { rows } = await pool.query(
    `SELECT q.check_in_id, q.server_run_id, q.quiet->'present' AS present
       FROM check_in_quiet q JOIN check_in c ON c.id = q.check_in_id
      WHERE q.check_in_id = ANY($1::uuid[]) AND c.ended_at IS NULL`,
    [checkInIds],
  )
  return rows.map(({ check_in_id, server_run_id, present }) => ({
    checkInId: check_in_id,
    serverRunId: server_run_id,
    present: { a: present.a === true, b: present.b === true },
  }))
}

/** Records that a server run is alive. Of two beats that overtake one another the later counts. */
export async function upsertBeat(db: Database, serverRunId: string, now: Instant): Promise<void> {
  await db.pool.query(
    `INSERT INTO server_run (id, boot_id, beat_wall_ms, beat_monotonic_ms) VALUES ($1, $2, $3, $4)
     ON CONFLICT (id) DO UPDATE SET boot_id = $2, beat_wall_ms = $3, beat_monotonic_ms = $4
      WHERE server_run.boot_id <> $2 OR server_run.beat_monotonic_ms < $4`,
    [serverRunId, now.bootId, Math.trunc(now.wallMs), Math.trunc(now.monotonicMs)],
  )
}

/** A run nobody remembers counts as gone, like any run without a beat. */
export async function deleteRunsBefore(db: Database, wallMs: number): Promise<void> {
  await db.pool.query('DELETE FROM server_run WHERE beat_wall_ms < $1', [Math.trunc(wallMs)])
}

const asJson = (value: object) => value as Prisma.InputJsonObject
