import { atMsOf, type Opened } from './store'

export interface Month {
  /** `2026-11`, in the reader's time zone. */
  readonly key: string
  readonly atMs: number
  /** Which quarter of the year, 1 to 4: each has a colour of its own. */
  readonly quarter: number
  readonly entries: readonly Opened[]
}

/** The months that something was kept in, in the order of the entries. A month without anything is not a gap: it is not there. */
export function byMonth(entries: readonly Opened[]): readonly Month[] {
  const months = new Map<string, Month>()
  for (const entry of entries) {
    const atMs = atMsOf(entry)
    const at = new Date(atMs)
    const key = `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, '0')}`
    const month = months.get(key) ?? { key, atMs, quarter: Math.floor(at.getMonth() / 3) + 1, entries: [] }
    months.set(key, { ...month, entries: [...month.entries, entry] })
  }
  return [...months.values()]
}
