import { type CheckIn, nextDeadlineMs } from '@turnstone/check-in'
import type { Context } from '../../context.ts'

const RETRY_MS = 1_000
const timers = new Map<string, NodeJS.Timeout>()

/**
 * Calls `wake` when the check-in's next deadline has come, in place of an earlier call. Only a courtesy: whoever looks
 * first after a deadline applies the time that has passed, whether or not this fired.
 */
export function wakeAtDeadline(context: Context, checkInId: string, checkIn: CheckIn, wake: () => Promise<void>): void {
  forgetAlarm(checkInId)
  const afterMs = nextDeadlineMs(checkIn, context.clock.now())
  if (afterMs !== null) wakeAfter(context, checkInId, afterMs, wake)
}

export function forgetAllAlarms(): void {
  for (const timer of timers.values()) clearTimeout(timer)
  timers.clear()
}

function forgetAlarm(checkInId: string): void {
  clearTimeout(timers.get(checkInId))
  timers.delete(checkInId)
}

function wakeAfter(context: Context, checkInId: string, afterMs: number, wake: () => Promise<void>): void {
  const timer = setTimeout(async () => {
    try {
      await wake()
    } catch (error) {
      context.logger.warn({ err: error, component: 'alarm' }, 'a deadline waits for the database')
      wakeAfter(context, checkInId, RETRY_MS, wake)
    }
  }, afterMs)
  timer.unref()
  timers.set(checkInId, timer)
}
