import { type Ack, type Attend, http, type UpCommand } from '@turnstone/protocol'
import { requireReach } from '@/features/partnership/client'
import { problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { live } from '@/lib/socket'

/* The check-in's only door to the network. */

export type RoomState = Awaited<ReturnType<typeof fetchCheckIn>>

/** The one with this id, or the one that has not ended. */
export function fetchCheckIn(checkInId: string | null) {
  return call(http.checkIn.getCheckIn, { query: checkInId === null ? {} : { checkInId } })
}

/** What home says of the check-in that is next. */
export type NextCheckIn =
  | { readonly kind: 'waiting'; readonly format: string; readonly minutes: number }
  | { readonly kind: 'open' }
  /** `hasCome`: nothing is ahead to come back for; the time to look again is now, was, or is not there any more. */
  | { readonly kind: 'paused'; readonly returnAtMs: number; readonly hasCome: boolean }

/** Null when it cannot be known now. */
export async function nextCheckIn(): Promise<NextCheckIn | null> {
  try {
    const { plan, phase } = (await fetchCheckIn(null)).snapshot
    if (phase.kind === 'frozen') {
      const { returnAtMs, look } = phase
      return { kind: 'paused', returnAtMs, hasCome: look === 'setsDown' || returnAtMs <= Date.now() }
    }
    if (phase.kind === 'waiting') return { kind: 'waiting', format: plan.format, minutes: plan.minutes }
    return phase.kind === 'running' || phase.kind === 'returning' ? { kind: 'open' } : null
  } catch (thrown) {
    if (problemOf(thrown).code === 'unexpected') throw thrown
    return null
  }
}

export const onCheckInChange = (listener: () => void): (() => void) => live.on('change', listener)

/** Whoever has stepped back is neither here nor heard. What stops goes out from everybody, and waits for nothing. */
async function askDoor({ type }: UpCommand): Promise<void> {
  if (type !== 'pause' && type !== 'end') await requireReach()
}

export async function sendOverSocket(command: UpCommand): Promise<Ack> {
  await askDoor(command)
  return live.send(command)
}

export async function sendOverHttp(command: UpCommand): Promise<Ack> {
  await askDoor(command)
  return call(http.checkIn.sendCommand, { body: command })
}

let hasAttended = false

/** Whoever was never in the room does not leave it either: not even that is said. */
export async function attend(message: Attend): Promise<Ack> {
  if (message.checkInId !== null) await requireReach()
  else if (!hasAttended) return { ok: true, commandId: message.commandId }
  hasAttended = message.checkInId !== null
  return live.attend(message)
}

export const beat = (): void => live.beat()

/** Everything the server says by itself. Returns what stops the listening. */
export function listen(to: {
  hold: Parameters<typeof live.on<'hold'>>[1]
  change: Parameters<typeof live.on<'change'>>[1]
  beat: Parameters<typeof live.on<'beat'>>[1]
  poke: Parameters<typeof live.on<'poke'>>[1]
  state: Parameters<typeof live.onState>[0]
  unknown: () => void
}): () => void {
  const stops = [
    live.on('hold', to.hold),
    live.on('change', to.change),
    live.on('beat', to.beat),
    live.on('poke', to.poke),
    live.onState(to.state),
    live.onUnknown(to.unknown),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Hangs up and connects again: the connection's idea of who is linked is from when it began. */
export async function reconnect(): Promise<void> {
  await live.close()
  live.open()
}
