import { randomUUID } from 'node:crypto'
import { elapsedMs, type Instant } from '@turnstone/check-in'
import type { Database } from '../../infra/db.ts'
import { deleteRunsBefore, upsertBeat } from './store.ts'

/** Without a beat for this long a server run counts as gone, and with it the presence it recorded. */
export const RUN_LAPSE_MS = 3_000
const KEEP_RUNS_MS = 7 * 86_400_000

/**
 * The stretch of time in which this process could reach its database without a break. Presence is recorded under it:
 * after a crash or an outage, the turn clock stops where the last beat was, however late somebody looks.
 */
export class ServerRun {
  #id = randomUUID()
  #lastBeat: Instant | null = null

  get id(): string {
    return this.#id
  }

  /** Records a beat; after a break it begins a new run. Throws when the database is away. */
  async beat(db: Database, now: Instant): Promise<void> {
    const isNew = this.#lastBeat === null || elapsedMs(this.#lastBeat, now) > RUN_LAPSE_MS
    const id = isNew ? randomUUID() : this.#id
    await upsertBeat(db, id, now)
    if (isNew) await deleteRunsBefore(db, now.wallMs - KEEP_RUNS_MS)
    this.#id = id
    this.#lastBeat = now
  }
}
