import { elapsedMs, type Instant, SILENCE_MS } from '@turnstone/check-in'
import type { Context } from '../context.ts'
import { recordPresence } from '../features/check-in/commands.ts'
import { writtenPresence } from '../features/check-in/queries.ts'
import { type LiveServer, type LiveSocket, roomOf } from './fanout.ts'

/**
 * Which devices show which check-in, and beat. Two devices of one partner are one partner (I19). What changes is written
 * at once; what is written is compared with who is here at every beat, because a write can fail, be overtaken by another,
 * or be undone by whoever found the last beat too old.
 */
export class Attendance {
  readonly #context: Context
  readonly #live: LiveServer

  constructor(context: Context, live: LiveServer) {
    this.#context = context
    this.#live = live
  }

  /** The device shows this check-in from now on, or with null none. Throws when the database is away. */
  async attend(socket: LiveSocket, checkInId: string | null): Promise<void> {
    const before = socket.data.attending
    const now = this.#context.clock.now()
    socket.data.attending = checkInId
    socket.data.heardAt = checkInId === null ? null : now
    if (before !== null && before !== checkInId) {
      await socket.leave(roomOf.checkIn(before))
      await this.#announce(before, now)
    }
    if (checkInId === null) return
    await socket.join(roomOf.checkIn(checkInId))
    // Presence counts only while its server run beats, so the first to come starts the beating.
    await this.#context.serverRun.beat(this.#context.db, now)
    await this.#announce(checkInId, now)
  }

  /** The device is here and in order. */
  async heard(socket: LiveSocket): Promise<void> {
    const { attending, heardAt } = socket.data
    if (attending === null) return
    const now = this.#context.clock.now()
    socket.data.heardAt = now
    if (heardAt === null) await this.#announce(attending, now)
  }

  /** Somebody's socket is gone. */
  async left(socket: LiveSocket): Promise<void> {
    const { attending, heardAt } = socket.data
    if (attending === null) return
    socket.data.attending = null
    await this.#announce(attending, heardAt ?? this.#context.clock.now())
    if (!this.attended().has(attending)) this.#context.fanout.forgetSeq(attending)
  }

  /** Devices that have gone silent were not here from their last beat on. */
  async noticeSilence(): Promise<void> {
    const now = this.#context.clock.now()
    for (const socket of this.#sockets()) {
      const { attending, heardAt } = socket.data
      if (attending === null || heardAt === null || elapsedMs(heardAt, now) <= SILENCE_MS) continue
      socket.data.heardAt = null
      await this.#announce(attending, heardAt)
    }
  }

  /** Writes who is here wherever something else is written. Throws when the database is away. */
  async putRight(): Promise<void> {
    for (const { checkInId, present } of await writtenPresence(this.#context, [...this.attended()])) {
      const here = this.#here(checkInId)
      if (here.a !== present.a || here.b !== present.b) await this.#announce(checkInId, this.#context.clock.now())
    }
  }

  attended(): Set<string> {
    return new Set(this.#sockets().flatMap(({ data }) => data.attending ?? []))
  }

  async #announce(checkInId: string, at: Instant): Promise<void> {
    try {
      await recordPresence(this.#context, checkInId, this.#here(checkInId), at)
    } catch (error) {
      this.#context.logger.warn({ err: error, component: 'attendance' }, 'presence waits for the database')
    }
  }

  #here(checkInId: string): { a: boolean; b: boolean } {
    const here = this.#sockets().filter(({ data }) => data.attending === checkInId && data.heardAt !== null)
    const seats = here.map(({ data }) => data.member?.seat)
    return { a: seats.includes('a'), b: seats.includes('b') }
  }

  #sockets(): LiveSocket[] {
    return [...this.#live.sockets.sockets.values()]
  }
}
