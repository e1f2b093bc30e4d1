import type { Seat } from '@turnstone/check-in'
import type { Utterance } from '@turnstone/protocol'
import { problemOf } from '@/lib/errors'
import type { Ports } from './ports'
import { type Said, sideOf } from './view'

const AGAIN_MS = 500

type Vault = Pick<Ports['vault'], 'openUtterance'>

/** What was said, in the order of its `seq`, opened as far as the vault is. Sealed pieces wait for the key. */
export class Utterances {
  readonly #vault: Vault
  readonly #onSaid: (said: readonly Said[]) => void
  readonly #sealed = new Map<number, { readonly utterance: Utterance; readonly by: 'me' | 'them' }>()
  readonly #opened = new Map<number, Said>()
  #checkInId: string | null = null
  #isOpen = false

  constructor(vault: Vault, onSaid: (said: readonly Said[]) => void) {
    this.#vault = vault
    this.#onSaid = onSaid
  }

  inCheckIn(checkInId: string): void {
    this.#checkInId = checkInId
    this.#openAll()
  }

  unlock(): void {
    this.#isOpen = true
    this.#openAll()
  }

  /** Nothing that needed the key stays on the screen. */
  lock(): void {
    this.#isOpen = false
    this.#opened.clear()
    this.#onSaid([])
  }

  add(utterances: readonly Utterance[], mine: Seat): void {
    for (const utterance of utterances) {
      if (this.#sealed.has(utterance.seq)) continue
      this.#sealed.set(utterance.seq, { utterance, by: sideOf(utterance.by, mine) })
    }
    this.#openAll()
  }

  #openAll(): void {
    if (!this.#isOpen || this.#checkInId === null) return
    for (const seq of this.#sealed.keys()) if (!this.#opened.has(seq)) void this.#open(seq, this.#checkInId)
  }

  async #open(seq: number, checkInId: string): Promise<void> {
    const sealed = this.#sealed.get(seq)
    if (!sealed) return
    const { utterance, by } = sealed
    const { utteranceId, turn, envelope } = utterance
    try {
      const { text } = await this.#vault.openUtterance({ checkInId, utteranceId, turn, by, envelope })
      this.#show(seq, { key: utteranceId, by, turn, text })
    } catch (thrown) {
      // A locked or restarting vault opens it later; anything else is not what its author sealed, and is shown as such.
      const { code } = problemOf(thrown)
      if (code === 'vault_locked' || code === 'offline') setTimeout(() => this.#openAll(), AGAIN_MS)
      else this.#show(seq, { key: utteranceId, by, turn, text: null })
    }
  }

  #show(seq: number, said: Said): void {
    if (!this.#isOpen || this.#opened.has(seq)) return
    this.#opened.set(seq, said)
    const inOrder = [...this.#opened].toSorted(([one], [other]) => one - other)
    this.#onSaid(inOrder.map(([, piece]) => piece))
  }
}
