import { type Ack, PROTOCOL_VERSION } from '@turnstone/protocol'
import type { PendingPause } from './pending-pauses'
import type { Ports } from './ports'
import { unheard } from './unheard'

/** What pressed. On the wire our word and any other pause are sealed, at the same size. */
export interface Pressed {
  readonly word: boolean
  /** It was felt or heard, and not pressed or typed. */
  readonly slippable: boolean
}

/** The pauses that were pressed here and are not acknowledged yet, each with the sealed reason that goes along. */
export class OwnPauses {
  readonly #ports: Ports
  readonly #byId = new Map<string, PendingPause>()
  /** By a gesture, or by what was heard: it may have been a slip. Not kept over a reload. */
  readonly #slippable = new Set<string>()
  /** Sealed ahead, so that a press waits for nothing; null where the vault is locked. */
  #reasons: Readonly<Record<'pause' | 'word', string>> | null = null

  constructor(ports: Ports) {
    this.#ports = ports
  }

  /** Takes up a pause that was pressed before a reload. */
  takeUp(pause: PendingPause): void {
    this.#byId.set(pause.commandId, pause)
  }

  all(): readonly PendingPause[] {
    return [...this.#byId.values()]
  }

  async sealReasons(checkInId: string): Promise<void> {
    this.#reasons = await this.#ports.vault.sealReasons({ checkInId })
  }

  forgetReasons(): void {
    this.#reasons = null
  }

  /** Notes a press and returns its command id. Waits for nothing; `save` comes after the freeze. */
  press(checkInId: string, { word, slippable }: Pressed): string {
    const commandId = this.#ports.newId()
    const why = word ? 'word' : 'pause'
    if (slippable) this.#slippable.add(commandId)
    this.#byId.set(commandId, { checkInId, commandId, reason: this.#reasons?.[why] ?? null, word })
    return commandId
  }

  save(): void {
    this.#ports.pending.save(this.all())
  }

  /** Forgets all that the device no longer waits for. */
  keepOnly(open: ReadonlySet<string>): void {
    const settled = this.all().filter(({ commandId }) => !open.has(commandId))
    for (const { commandId } of settled) {
      this.#byId.delete(commandId)
      this.#slippable.delete(commandId)
    }
    if (settled.length > 0) this.save()
  }

  /** Sends a pause of mine, or one whose hold came here and whose presser may be gone. */
  send(commandId: string, over: 'socket' | 'both', shown: string | null, onAck: (ack: Ack) => void): void {
    const mine = this.#byId.get(commandId)
    const checkInId = mine?.checkInId ?? shown
    if (checkInId === null) return
    // Somebody else's goes out with a reason too: its size tells nothing.
    const reason = mine ? mine.reason : (this.#reasons?.pause ?? null)
    const command = {
      v: PROTOCOL_VERSION,
      commandId,
      checkInId,
      type: 'pause',
      ...(reason !== null && { reason }),
      ...(this.#slippable.has(commandId) && { slippable: true as const }),
    } as const
    const { sendOverSocket, sendOverHttp } = this.#ports
    for (const send of over === 'both' ? [sendOverSocket, sendOverHttp] : [sendOverSocket]) {
      send(command).then(onAck, unheard)
    }
  }
}
