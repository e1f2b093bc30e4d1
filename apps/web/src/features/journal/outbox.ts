import { type ProblemCode, problemOf } from '@/lib/errors'
import type { Waiting } from '@/lib/local-db'
import { localDb } from '@/lib/local-db'
import type { Room } from './store'

/* What waits to be sent: ciphertext and ids. Nothing leaves this list before the server has said that it has it. */

export interface Outgoing {
  readonly entryId: string
  readonly mutationId: string
  readonly room: Room
  readonly envelope: string
  /** Set for the record of a check-in. */
  readonly checkInId: string | null
  /** What goes into the living room goes into the one it was sealed for, or nowhere. */
  readonly partnershipId?: string
  /** The same words, sealed for me alone: they go into my drawer when that living room is gone. */
  readonly mine?: { readonly entryId: string; readonly envelope: string }
}

const NOUN = 'journal'

/** Where it is kept; tests bring their own. */
export interface OutboxShelf {
  all(): Promise<readonly Waiting[]>
  put(waiting: Waiting): Promise<void>
  remove(id: string): Promise<void>
}

const deviceShelf: OutboxShelf = {
  async all() {
    return localDb.waitingOf(NOUN)
  },
  async put(waiting) {
    await localDb.put('outbox', waiting)
  },
  async remove(id) {
    await localDb.delete('outbox', id)
  },
}

/** How an attempt to empty the outbox ended. */
export type Flushed = 'empty' | 'waiting'

/** The server has it already, or it can never take it because the room is gone. A page is never dropped this way. */
function isSettled({ checkInId, partnershipId }: Outgoing, code: ProblemCode): boolean {
  if (code === 'not_linked') return checkInId !== null || partnershipId !== undefined
  return checkInId !== null && (code === 'version_conflict' || code === 'not_found')
}

export class Outbox {
  readonly #send: (outgoing: Outgoing) => Promise<void>
  readonly #shelf: OutboxShelf

  constructor(send: (outgoing: Outgoing) => Promise<void>, shelf: OutboxShelf = deviceShelf) {
    this.#send = send
    this.#shelf = shelf
  }

  /** One entry waits once: putting it again replaces what waited. */
  async put(outgoing: Outgoing, nowMs: number): Promise<void> {
    await this.#shelf.put({ id: outgoing.entryId, noun: NOUN, savedAtMs: nowMs, payload: outgoing })
  }

  async waiting(room: Room): Promise<readonly Outgoing[]> {
    return (await this.#inOrder()).map(({ outgoing }) => outgoing).filter((one) => one.room === room)
  }

  /** Whether something waits that only this device has. A record does not count: the other's device makes the same. */
  async holdsWords(): Promise<boolean> {
    return (await this.#inOrder()).some(({ outgoing }) => outgoing.checkInId === null)
  }

  /**
   * Sends what waits, oldest first, one at a time; stops at the first that does not get through. What waits because its
   * author has stepped back keeps nothing else waiting.
   */
  async flush(): Promise<Flushed> {
    let broughtBack = false
    let held = false
    for (const { outgoing, savedAtMs } of await this.#inOrder()) {
      try {
        await this.#send(outgoing)
      } catch (thrown) {
        const { code } = problemOf(thrown)
        if (code === 'stepped_back') {
          held = true
          continue
        }
        if (!isSettled(outgoing, code)) return 'waiting'
        if (outgoing.mine) {
          // In the drawer before it leaves the list: a crash between the two loses nothing.
          await this.put(forDrawer(outgoing.mine), savedAtMs)
          broughtBack = true
        }
      }
      await this.#shelf.remove(outgoing.entryId)
    }
    if (broughtBack) return this.flush()
    return held ? 'waiting' : 'empty'
  }

  async #inOrder(): Promise<readonly { readonly outgoing: Outgoing; readonly savedAtMs: number }[]> {
    const all = await this.#shelf.all()
    return all
      .toSorted((one, other) => one.savedAtMs - other.savedAtMs)
      .map(({ payload, savedAtMs }) => ({ outgoing: payload as Outgoing, savedAtMs }))
  }
}

/** The entry is its own mutation: however often it is sent, it is kept once. */
export const forDrawer = ({ entryId, envelope }: { entryId: string; envelope: string }): Outgoing => ({
  entryId,
  mutationId: entryId,
  room: 'drawer',
  envelope,
  checkInId: null,
})
