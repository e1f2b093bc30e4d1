import { type Change, kept, refused, withQuiet } from './change.ts'
import { open } from './floor.ts'
import type { CheckIn, Instant, Quiet, Seat } from './types.ts'

/** A yes is for today: long enough for a morning's yes to meet an evening's, never into the next day's check-in. */
const WILLING_MS = 16 * 60 * 60 * 1000

/** Up for it today. The second standing yes opens the check-in; both hear the same `kept`. */
export function willing(checkIn: CheckIn, by: Seat, now: Instant): Change {
  const closed = whyNotAnswering(checkIn)
  if (closed !== null) return closed

  const after = answer(checkIn, by, { untilMs: now.wallMs + WILLING_MS })
  if (!stands(after.quiet.willing.a, now) || !stands(after.quiet.willing.b, now)) return kept(after)
  const opened = open(after, now)
  return kept(opened.checkIn, opened.events)
}

/** Not today: nothing but the absence of a yes. */
export function notToday(checkIn: CheckIn, by: Seat): Change {
  return whyNotAnswering(checkIn) ?? kept(answer(checkIn, by, null))
}

function whyNotAnswering(checkIn: CheckIn): Change | null {
  const { phase, openedAtMs } = checkIn.room
  if (phase.kind === 'waiting') return null
  if (openedAtMs !== null) return refused(checkIn, { code: 'already_open' })
  return refused(checkIn, { code: 'frozen' })
}

function answer(checkIn: CheckIn, by: Seat, yes: Quiet['willing'][Seat]): CheckIn {
  return withQuiet(checkIn, { willing: { ...checkIn.quiet.willing, [by]: yes } })
}

function stands(yes: Quiet['willing'][Seat], now: Instant): boolean {
  return yes !== null && now.wallMs < yes.untilMs
}
