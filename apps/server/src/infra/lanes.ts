interface Lane {
  readonly urgent: (() => void)[]
  readonly ordinary: (() => void)[]
}

/**
 * Work on the same thing, one after the other, what is urgent first. Whoever waits here holds nothing that others need:
 * no connection, no lock.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>()

  async run<T>(key: string, isUrgent: boolean, work: () => Promise<T>): Promise<T> {
    await this.#enter(key, isUrgent)
    try {
      return await work()
    } finally {
      this.#leave(key)
    }
  }

  async #enter(key: string, isUrgent: boolean): Promise<void> {
    const lane = this.#lanes.get(key)
    if (lane) await new Promise<void>((resolve) => void (isUrgent ? lane.urgent : lane.ordinary).push(resolve))
    else this.#lanes.set(key, { urgent: [], ordinary: [] })
  }

  #leave(key: string): void {
    const lane = this.#lanes.get(key)
    const next = lane?.urgent.shift() ?? lane?.ordinary.shift()
    if (next) next()
    else this.#lanes.delete(key)
  }
}
