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
    return (await localDb()).getAllFromIndex('outbox', 'noun', NOUN)
  },
  async put(waiting) {
    await (await localDb()).put('outbox', waiting)
  },
  async remove(id) {
    await (await localDb()).delete('outbox', id)
  },
}

/** How an attempt to empty the outbox ended. */
export type Flushed = 'empty' | 'waiting'

/* The server has it already, or it can never take it because the room is gone. A page is never dropped this way. */
const SETTLED: readonly ProblemCode[] = ['version_conflict', 'not_found', 'not_linked']

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
    return (await this.#inOrder()).filter((one) => one.room === room)
  }

  /** Whether a page waits that only this device has. A record does not count: the other's device makes the same. */
  async holdsPages(): Promise<boolean> {
    return (await this.#inOrder()).some(({ checkInId }) => checkInId === null)
  }

  /** Sends what waits, oldest first, one at a time; stops at the first that does not get through. */
  async flush(): Promise<Flushed> {
    for (const outgoing of await this.#inOrder()) {
      try {
        await this.#send(outgoing)
      } catch (thrown) {
        const { code } = problemOf(thrown)
        const isSettled = outgoing.checkInId !== null && SETTLED.includes(code)
        if (!isSettled) return 'waiting'
      }
      await this.#shelf.remove(outgoing.entryId)
    }
    return 'empty'
  }

  async #inOrder(): Promise<readonly Outgoing[]> {
    const all = await this.#shelf.all()
    return all.toSorted((one, other) => one.savedAtMs - other.savedAtMs).map(({ payload }) => payload as Outgoing)
  }
}
