import { PROTOCOL_VERSION } from '@turnstone/protocol'
import type { Context } from '../context.ts'
import type { Attendance } from './attendance.ts'
import { type LiveServer, roomOf } from './fanout.ts'

const BEAT_MS = 1_000

/**
 * Once a second, while anybody attends: a beat into the database, and if that worked one to every attending device. A
 * device without beats holds, so that nobody speaks into a room whose state cannot be kept.
 */
export function startHeartbeat(context: Context, live: LiveServer, attendance: Attendance): { stop(): void } {
  let isBeating = false
  const beat = async () => {
    const checkIns = attendance.attended()
    if (isBeating || checkIns.size === 0) return
    isBeating = true
    try {
      await context.serverRun.beat(context.db, context.clock.now())
      await attendance.noticeSilence()
      await attendance.putRight()
      for (const checkInId of checkIns) {
        live
          .to(roomOf.checkIn(checkInId))
          .emit('beat', { v: PROTOCOL_VERSION, checkInId, seq: context.fanout.seqOf(checkInId) })
      }
    } catch (error) {
      context.logger.warn({ err: error, component: 'heartbeat' }, 'no beat: the database does not answer')
    } finally {
      isBeating = false
    }
  }
  const timer = setInterval(beat, BEAT_MS)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
