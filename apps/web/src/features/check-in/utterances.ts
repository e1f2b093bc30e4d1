import type { Seat } from '@turnstone/check-in'
import type { Utterance } from '@turnstone/protocol'
import { problemOf } from '@/lib/errors'
import type { Ports } from './ports'
import type { OpenedLine, OpenedReentry, SessionState } from './session-state'
import { type Said, type Side, sideOf } from './view'

const AGAIN_MS = 500

type Vault = Pick<Ports['vault'], 'openUtterance'>

type Opened = Said | (OpenedLine & { readonly kind: 'line' }) | (OpenedReentry & { readonly kind: 'reentry' })

type OnOpened = (opened: Pick<SessionState, 'said' | 'lines' | 'reentries'>) => void

/** What was said and offered, in the order of its `seq`, opened as far as the vault is. Sealed pieces wait for the key. */
export class Utterances {
  readonly #vault: Vault
  readonly #onOpened: OnOpened
  readonly #sealed = new Map<number, { readonly utterance: Utterance; readonly by: Side }>()
  readonly #opened = new Map<number, Opened>()
  #checkInId: string | null = null
  #isOpen = false

  constructor(vault: Vault, onOpened: OnOpened) {
    this.#vault = vault
    this.#onOpened = onOpened
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
    this.#onOpened({ said: [], lines: [], reentries: [] })
  }

  /** The check-in has ended: what the other one said is gone from this page too. */
  keepMine(): void {
    for (const [seq, { by, utterance }] of this.#sealed) {
      if ((by === 'me' && utterance.kind !== 'reentry') || utterance.kind === 'line') continue
      this.#sealed.delete(seq)
      this.#opened.delete(seq)
    }
    this.#tell()
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
    const { utteranceId, kind, turn, envelope } = utterance
    const piece = { key: utteranceId, kind, by, turn }
    try {
      const { text } = await this.#vault.openUtterance({ checkInId, utteranceId, turn, by, envelope })
      this.#show(seq, { ...piece, text })
    } catch (thrown) {
      // A locked or restarting vault opens it later; anything else is not what its author sealed, and is shown as such.
      const { code } = problemOf(thrown)
      if (code === 'vault_locked' || code === 'offline') setTimeout(() => this.#openAll(), AGAIN_MS)
      else this.#show(seq, { ...piece, text: null })
    }
  }

  #show(seq: number, piece: Opened): void {
    if (!this.#isOpen || this.#opened.has(seq) || !this.#sealed.has(seq)) return
    this.#opened.set(seq, piece)
    this.#tell()
  }

  #tell(): void {
    const inOrder = [...this.#opened].toSorted(([one], [other]) => one - other).map(([, opened]) => opened)
    this.#onOpened({
      said: inOrder.filter((opened) => opened.kind !== 'line' && opened.kind !== 'reentry'),
      lines: inOrder.filter((opened) => opened.kind === 'line'),
      reentries: inOrder.filter((opened) => opened.kind === 'reentry'),
    })
  }
}
