import type { Ports } from './ports'
import { sendCommand } from './send-command'
import { unheard } from './unheard'
import type { Unsent } from './view'

type Piece = Unsent & { readonly turn: number; readonly commandId: string }

interface Room {
  /** The check-in these pieces are for, and whether anything may be said in it right now, or once the connection is back. */
  checkInId(): string | null
  floor(): 'open' | 'held' | 'stopped'
}

/** My own words on their way. What has not arrived when everything stops goes back to its author, who decides again. */
export class Speech {
  readonly #ports: Ports
  readonly #room: Room
  readonly #onUnsent: (unsent: readonly Unsent[]) => void
  #pieces: readonly Piece[] = []

  constructor(ports: Ports, room: Room, onUnsent: (unsent: readonly Unsent[]) => void) {
    this.#ports = ports
    this.#room = room
    this.#onUnsent = onUnsent
  }

  /**
   * Sends a piece of this turn, again and again over a lost connection, until it is heard or everything stops. True when
   * it was heard at once.
   */
  async say(text: string, turn: number, kind: Unsent['kind'] = 'speech'): Promise<boolean> {
    const [key, commandId] = [this.#ports.newId(), this.#ports.newId()]
    this.#set([...this.#pieces, { key, kind, text, state: 'waiting', turn, commandId }])
    await this.#deliver(key)
    return this.#pieces.every((piece) => piece.key !== key)
  }

  /** Sends what waited for the connection. */
  goOn(): void {
    for (const { key, state } of this.#pieces) if (state === 'waiting') void this.#deliver(key)
  }

  /** Nothing that waits is sent any more by itself. */
  stop(): void {
    if (this.#pieces.every(({ state }) => state === 'returned')) return
    this.#set(this.#pieces.map((piece) => ({ ...piece, state: 'returned' })))
  }

  /** It was heard, although the answer to it got lost. */
  arrived(keys: readonly string[]): void {
    for (const key of keys) if (this.#pieces.some((piece) => piece.key === key)) this.drop(key)
  }

  drop(key: string): void {
    this.#set(this.#pieces.filter((piece) => piece.key !== key))
  }

  async #deliver(key: string): Promise<void> {
    const checkInId = this.#room.checkInId()
    const piece = this.#pieces.find((one) => one.key === key)
    if (checkInId === null || piece?.state !== 'waiting') return
    if (this.#room.floor() !== 'open') return this.#leave(key)
    this.#mark(key, 'sending')
    try {
      const { kind, turn, text, commandId } = piece
      const { envelope } = await this.#ports.vault.sealUtterance({ checkInId, utteranceId: key, turn, text })
      // Sealing takes a moment, and a pause may have come in it.
      if (this.#room.floor() !== 'open') return this.#leave(key)
      const ack = await sendCommand(this.#ports, { checkInId, commandId }, bodyOf(kind, { turn, key, envelope }))
      if (ack?.ok) return this.drop(key)
      this.#mark(key, ack ? 'returned' : 'waiting')
    } catch (thrown) {
      unheard(thrown)
      this.#mark(key, 'returned')
    }
  }

  /** It waits for the connection, or goes back to its author when everything has stopped. */
  #leave(key: string): void {
    this.#mark(key, this.#room.floor() === 'held' ? 'waiting' : 'returned')
  }

  /** A piece that went back to its author stays there. */
  #mark(key: string, state: Unsent['state']): void {
    const isTheirs = this.#pieces.some((piece) => piece.key === key && piece.state !== 'returned')
    if (isTheirs) this.#set(this.#pieces.map((piece) => (piece.key === key ? { ...piece, state } : piece)))
  }

  #set(pieces: readonly Piece[]): void {
    this.#pieces = pieces
    this.#onUnsent(pieces)
  }
}

const bodyOf = (kind: Unsent['kind'], { turn, key, envelope }: { turn: number; key: string; envelope: string }) =>
  kind === 'line'
    ? ({ type: 'line', lineId: key, envelope } as const)
    : ({ type: 'utter', turn, utteranceId: key, envelope } as const)
