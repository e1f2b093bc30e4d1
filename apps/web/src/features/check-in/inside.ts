import type { Screen } from '@turnstone/check-in'
import type { Ack } from '@turnstone/protocol'
import type { Ports } from './ports'
import type { CommandBody } from './send-command'
import type { SessionState } from './session-state'

/** What the parts of one session share: what is known, and the ways to change it. */
export interface Inside {
  readonly ports: Ports
  state(): SessionState
  set(change: Partial<SessionState>): void
  /** What the device may show now. Nothing moves unless it is open. */
  screen(): Screen
  /** The same id is the same command: trying again counts once. */
  command(body: CommandBody, commandId?: string): Promise<Ack | null>
  /** Sends a piece of this turn. True when it was heard at once. */
  say(text: string, turn: number): Promise<boolean>
  /** Asks the server how things stand. */
  look(): Promise<void>
  /** Whether this device can sign; while its keys are on their way, once that is known. */
  keysAreHere(): Promise<boolean>
  /** Until the page is left. */
  isShown(): boolean
}
