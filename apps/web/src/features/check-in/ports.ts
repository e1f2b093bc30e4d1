import type { Seat } from '@turnstone/check-in'
import type { Ack, Attend, UpCommand } from '@turnstone/protocol'
import type { keepSaid, saveLine } from '@/features/journal/client'
import type { vault } from '@/vault/client'
import type { listen, RoomState } from './client'
import type { PendingPauses } from './pending-pauses'
import type { EveningPorts } from './resting'
import type { Recording } from './view'

/** Everything a session needs of the world; tests bring their own. */
export interface Ports {
  /** This page's steady clock. */
  nowMs(): number
  newId(): string
  /** Where this device’s clock hangs. */
  zone(): string
  every(ms: number, work: () => void): () => void
  fetchCheckIn(checkInId: string | null): Promise<RoomState>
  sendOverSocket(command: UpCommand): Promise<Ack>
  sendOverHttp(command: UpCommand): Promise<Ack>
  attend(message: Attend): Promise<Ack>
  beat(): void
  listen: typeof listen
  reconnect(): Promise<void>
  readonly vault: Pick<
    typeof vault.checkIn,
    'sealUtterance' | 'openUtterance' | 'sealReasons' | 'openReason' | 'signReady' | 'signSlip' | 'verifyResume'
  >
  /** Whether both signed the agreement with this hash, as far as this device can check. */
  isGenuineAgreement(hash: string, seat: Seat): Promise<boolean>
  readonly pending: PendingPauses
  /** Into my drawer: once for each `of`, on whichever of my devices. */
  readonly keepSaid: typeof keepSaid
  readonly saveLine: typeof saveLine
  recordEnded(): Promise<Recording>
  readonly evenings: EveningPorts
  /** For a pause that is pressed where no check-in can be asked. */
  noteBreak(breakMs: number): void
  reload(): void
}
