import { PROTOCOL_VERSION } from '@turnstone/protocol'
import type { Ports } from './ports'
import { unheard } from './unheard'

/**
 * That this device shows the check-in, until the server has heard it: on every new connection, and again after an answer
 * that was no yes or never came. A device that the server does not count as here gets no beats, and its own are not
 * heard; were it said only once, the clock could wait for both while both are here.
 */
export class Attending {
  readonly #ports: Pick<Ports, 'attend' | 'newId' | 'reconnect'>
  readonly #onceHeard: () => Promise<void>
  #checkInId: string | null = null
  #isConnected = false
  #said: 'no' | 'saying' | 'heard' = 'no'
  #tries = 0

  /** @param onceHeard what there is to ask when the server knows of this device */
  constructor(ports: Pick<Ports, 'attend' | 'newId' | 'reconnect'>, onceHeard: () => Promise<void>) {
    this.#ports = ports
    this.#onceHeard = onceHeard
  }

  show(checkInId: string): void {
    this.#checkInId = checkInId
    this.#say()
  }

  connection(state: 'connecting' | 'connected' | 'lost'): void {
    this.#isConnected = state === 'connected'
    this.#said = 'no'
    this.#say()
  }

  /** To be called from time to time; does nothing where nothing is open. */
  keepUp(): void {
    if (this.#said === 'no') this.#say()
  }

  leave(): void {
    if (this.#checkInId === null) return
    this.#isConnected = false
    this.#said = 'no'
    void this.#ports.attend({ v: PROTOCOL_VERSION, commandId: this.#ports.newId(), checkInId: null }).catch(unheard)
  }

  #say(): void {
    if (this.#checkInId === null || !this.#isConnected) return
    this.#said = 'saying'
    this.#tries += 1
    void this.#try(this.#checkInId, this.#tries)
  }

  async #try(checkInId: string, attempt: number): Promise<void> {
    const isHeard = await this.#ask(checkInId)
    // An answer from before the connection was lost says nothing about the one there is now.
    if (attempt !== this.#tries || this.#said !== 'saying') return
    this.#said = isHeard ? 'heard' : 'no'
    if (isHeard) await this.#onceHeard()
  }

  async #ask(checkInId: string): Promise<boolean> {
    try {
      const ack = await this.#ports.attend({ v: PROTOCOL_VERSION, commandId: this.#ports.newId(), checkInId })
      if (!ack.ok && ack.error.code === 'not_linked') await this.#ports.reconnect()
      return ack.ok
    } catch (thrown) {
      unheard(thrown)
      return false
    }
  }
}
