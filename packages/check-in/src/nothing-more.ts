import { type Change, committed, refused } from './change.ts'
import { endedAt } from './freeze.ts'
import { talkBy } from './repair.ts'
import type { CheckIn, Instant, Seat } from './types.ts'

/**
 * Whoever something is to be made right with wants nothing more said about it. It is over at once and for good (law 4):
 * nothing is left to go on with, and nobody asks again. Why is nobody's business.
 */
export function nothingMore(checkIn: CheckIn, by: Seat, now: Instant): Change {
  const offeredBy = talkBy(checkIn.room)
  if (offeredBy === null || offeredBy === by) return refused(checkIn, { code: 'no_talk' })
  const { checkIn: ended, events } = endedAt(checkIn, { endedAtMs: now.wallMs, setDown: false })
  const room = { ...ended.room, talk: { kind: 'closed', by } as const }
  return committed({ ...ended, room }, events)
}
