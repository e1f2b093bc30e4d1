import { type CheckIn, type Seat, viewOf } from '@turnstone/check-in'
import { type http, StoredCheckIn, Utterance } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toText } from '../../infra/bytes.ts'
import type { Database } from '../../infra/db.ts'
import type { Membership } from '../partnership/queries.ts'
import { applyPassedTime } from './commit.ts'
import { countRecordable, findPresence, findUnrecorded, findWhole, type Present } from './store.ts'

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
    mine: mineOf(stored.quiet, seat),
  }
}

function mineOf({ comfortAnswered, back, through }: CheckIn['quiet'], seat: Seat): http.checkIn.CheckInState['mine'] {
  const { freezeEpoch, stage } = through[seat] ?? {}
  return {
    comfortAnswered: comfortAnswered[seat],
    backFrom: back[seat]?.aside ?? null,
    through: freezeEpoch === undefined || stage === undefined ? null : { freezeEpoch, stage },
  }
}

const NOBODY: Present = { a: false, b: false }

/** Who is written as here, in those of these check-ins that have not ended. It counts only under a server run that beats. */
export async function writtenPresence(
  { db, serverRun }: Context,
  checkInIds: readonly string[],
): Promise<{ checkInId: string; present: Present }[]> {
  const written = await findPresence(db, checkInIds)
  return written.map(({ checkInId, serverRunId, present }) => ({
    checkInId,
    present: serverRunId === serverRun.id ? present : NOBODY,
  }))
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
