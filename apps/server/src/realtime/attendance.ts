import type { Context } from '../context.ts'
import { recordPresence } from '../features/check-in/commands.ts'
import type { LiveServer, LiveSocket } from './fanout.ts'
import { roomOf } from './fanout.ts'

/** Which devices show which check-in. Two devices of one partner are one partner (I19). */
export class Attendance {
  readonly #context: Context
  readonly #live: LiveServer

  constructor(context: Context, live: LiveServer) {
    this.#context = context
    this.#live = live
  }

  /** The device shows this check-in from now on, or with null none. */
  async attend(socket: LiveSocket, checkInId: string | null): Promise<void> {
    const before = socket.data.attending
    if (before !== null && before !== checkInId) await socket.leave(roomOf.checkIn(before))
    socket.data.attending = checkInId
    if (checkInId !== null) await socket.join(roomOf.checkIn(checkInId))
    if (before !== null && before !== checkInId) await this.#announce(before)
    if (checkInId !== null) await this.#announceUnderLiveRun(checkInId)
  }

  /** Somebody's socket is gone. */
  async left(socket: LiveSocket): Promise<void> {
    const { attending } = socket.data
    if (attending === null) return
    socket.data.attending = null
    await this.#announce(attending)
    if (!this.attended().has(attending)) this.#context.fanout.forgetSeq(attending)
  }

  /** Says again who is here: a new server run knows of nobody. */
  async announceAll(): Promise<void> {
    for (const checkInId of this.attended()) await this.#announce(checkInId)
  }

  attended(): Set<string> {
    return new Set(this.#sockets().flatMap(({ data }) => data.attending ?? []))
  }

  /** Presence counts only while its server run beats, so the first to come starts the beating. */
  async #announceUnderLiveRun(checkInId: string): Promise<void> {
    const { clock, db, serverRun } = this.#context
    if (await serverRun.beat(db, clock.now())) await this.announceAll()
    else await this.#announce(checkInId)
  }

  async #announce(checkInId: string): Promise<void> {
    const seats = this.#sockets()
      .filter(({ data }) => data.attending === checkInId)
      .map(({ data }) => data.member?.seat)
    try {
      await recordPresence(this.#context, checkInId, { a: seats.includes('a'), b: seats.includes('b') })
    } catch (error) {
      // The beat that misses the database too begins a new run, and a new run announces everybody.
      this.#context.logger.warn({ err: error, component: 'attendance' }, 'presence waits for the database')
    }
  }

  #sockets(): LiveSocket[] {
    return [...this.#live.sockets.sockets.values()]
  }
}
