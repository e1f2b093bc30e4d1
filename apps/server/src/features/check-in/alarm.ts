import { type CheckIn, nextDeadlineMs } from '@turnstone/check-in'
import type { Context } from '../../context.ts'
import { applyPassedTime } from './commit.ts'

const RETRY_MS = 1_000
const timers = new Map<string, NodeJS.Timeout>()

/**
 * Wakes an idle check-in when its next deadline has come. Only a courtesy: whoever looks first after a deadline applies
 * the time that has passed, whether or not this fired.
 */
export function wakeAtDeadline(context: Context, checkInId: string, checkIn: CheckIn): void {
  forgetAlarm(checkInId)
  const afterMs = nextDeadlineMs(checkIn, context.clock.now())
  if (afterMs !== null) wakeAfter(context, checkInId, afterMs)
}

export function forgetAllAlarms(): void {
  for (const checkInId of [...timers.keys()]) forgetAlarm(checkInId)
}

function forgetAlarm(checkInId: string): void {
  clearTimeout(timers.get(checkInId))
  timers.delete(checkInId)
}

function wakeAfter(context: Context, checkInId: string, afterMs: number): void {
  const timer = setTimeout(async () => {
    try {
      await applyPassedTime(context, checkInId)
    } catch (error) {
      context.logger.warn({ err: error, component: 'alarm' }, 'a deadline waits for the database')
      wakeAfter(context, checkInId, RETRY_MS)
    }
  }, afterMs)
  timer.unref()
  timers.set(checkInId, timer)
}
