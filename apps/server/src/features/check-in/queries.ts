import { randomUUID } from 'node:crypto'
import { newCheckIn, viewOf } from '@turnstone/check-in'
import { defaultPlan } from '@turnstone/content'
import { type http, StoredCheckIn, Utterance } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes, toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import { isUniqueViolation } from '../../infra/unique-violation.ts'
import { agreementsOf } from '../agreement/queries.ts'
import type { Membership } from '../partnership/queries.ts'
import { applyPassedTime } from './commit.ts'
import {
  adoptAgreement,
  countOpened,
  countRecordable,
  findLive,
  findUnrecorded,
  findWhole,
  insertCheckIn,
} from './store.ts'

/**
 * The check-in as both partners' devices see it. Time that has passed, or a server run that was lost, is settled first,
 * so that nobody is shown a turn that ran on while nobody was here. Errors: `not_found`.
 */
export async function readCheckIn(
  context: Context,
  { partnershipId, seat }: Membership,
  checkInId: string,
): Promise<http.checkIn.CheckInState> {
  await applyPassedTime(context, checkInId)
  const whole = await findWhole(context.db, checkInId, partnershipId)
  if (!whole) throw new AppError('not_found')
  const { row, quiet, utterances, reasons } = whole
  const stored = StoredCheckIn.parse({ room: row.room, quiet: quiet.quiet })
  return {
    checkInId,
    partnershipId,
    seat,
    agreementHash: toText(row.agreementHash),
    snapshot: viewOf(stored, context.clock.now()),
    utterances: utterances.map(({ seq, utteranceId, kind, turn, by, envelope }) =>
      Utterance.parse({ seq, utteranceId, kind, turn, by, envelope: toText(envelope) }),
    ),
    reasons: reasons.map(({ freezeEpoch, envelope }) => ({ freezeEpoch, envelope: toText(envelope) })),
  }
}

/**
 * The id of the check-in that has not ended; there is always one to answer *today works* to. Made when it is missing,
 * with the starter alternating. Errors: `agreement_missing`.
 */
export async function currentCheckIn(context: Context, { partnershipId }: Membership): Promise<string> {
  const { db } = context
  const { current } = await agreementsOf(db, partnershipId)
  if (!current) throw new AppError('agreement_missing')
  const live = await findLive(db, partnershipId)
  const openedBefore = await countOpened(db, partnershipId)
  const plan = defaultPlan(openedBefore, current.rules)
  if (live) {
    await adoptAgreement(db, live.id, toBytes(current.hash), current.rules, plan)
    return live.id
  }
  const starter = openedBefore % 2 === 0 ? 'a' : 'b'
  const id = randomUUID()
  try {
    await insertCheckIn(db, {
      id,
      partnershipId,
      agreementHash: toBytes(current.hash),
      checkIn: newCheckIn({ rules: current.rules, starter, plan }),
    })
    return id
  } catch (error) {
    const other = isUniqueViolation(error) ? await findLive(db, partnershipId) : null
    if (!other) throw error
    return other.id // the partner asked at the same moment
  }
}

export async function unrecordedCheckIns(db: Database, partnershipId: string) {
  const rows = await findUnrecorded(db, partnershipId)
  return rows.map((row) => ({
    checkInId: row.id,
    partnershipId,
    openedAtMs: row.opened_at.getTime(),
    endedAtMs: row.ended_at.getTime(),
    turns: row.turns,
    format: row.format,
    minutes: row.minutes,
  }))
}

/** True for a check-in of this partnership that was opened and has ended. */
export async function isRecordable(db: Database, checkInId: string, partnershipId: string): Promise<boolean> {
  return (await countRecordable(db, checkInId, partnershipId)) === 1
}
