/** One look at something that changes, for everybody who asks. */
export interface Looking<Seen> {
  /** Whatever answer is on its way will do. */
  readonly any: () => Promise<Seen>
  /** Something has just changed: only an answer that was not yet asked for will do. */
  readonly anew: () => Promise<Seen>
  /** Resolves when nothing is being looked at. */
  readonly settled: () => Promise<void>
}

/** Looks once at a time. Whoever asks anew while a look is under way shares the next one. */
export function looking<Seen>(look: () => Promise<Seen>): Looking<Seen> {
  let underWay: Promise<Seen> | undefined
  let next: Promise<Seen> | undefined

  const settled = async () => {
    await Promise.allSettled([underWay])
  }
  const begin = async (): Promise<Seen> => {
    await settled()
    const mine = next
    underWay = mine
    next = undefined
    try {
      return await look()
    } finally {
      underWay = undefined
    }
  }
  const anew = () => {
    next ??= begin()
    return next
  }
  return { any: () => underWay ?? anew(), anew, settled }
}
