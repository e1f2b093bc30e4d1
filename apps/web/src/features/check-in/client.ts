import { type Ack, type Attend, http, type UpCommand } from '@turnstone/protocol'
import { call } from '@/lib/http'
import { live } from '@/lib/socket'

/* The check-in's only door to the network. */

export type RoomState = Awaited<ReturnType<typeof fetchCheckIn>>

/** The one with this id, or the one that has not ended. */
export function fetchCheckIn(checkInId: string | null) {
  return call(http.checkIn.getCheckIn, { query: checkInId === null ? {} : { checkInId } })
}

export const sendOverSocket = (command: UpCommand): Promise<Ack> => live.send(command)
export const sendOverHttp = (command: UpCommand): Promise<Ack> => call(http.checkIn.sendCommand, { body: command })
export const attend = (message: Attend): Promise<Ack> => live.attend(message)

export const beat = (): void => live.beat()

/** Everything the server says by itself. Returns what stops the listening. */
export function listen(to: {
  hold: Parameters<typeof live.on<'hold'>>[1]
  change: Parameters<typeof live.on<'change'>>[1]
  beat: Parameters<typeof live.on<'beat'>>[1]
  state: Parameters<typeof live.onState>[0]
  unknown: () => void
}): () => void {
  const stops = [
    live.on('hold', to.hold),
    live.on('change', to.change),
    live.on('beat', to.beat),
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
