import { useEffect, useState } from 'react'
import { loadRoom, onJournalChange } from '@/features/journal/client'

/** What has come into the living room in this check-in. */
export interface Shared {
  /** Thank-yous to me, the oldest first. */
  readonly thanks: readonly { readonly entryId: string; readonly text: string }[]
  /** Lines that both keep, by their id: one offered it, the other signed for it. */
  readonly lines: ReadonlySet<string>
}

const NOTHING: Shared = { thanks: [], lines: new Set() }

/** Both partners' devices see it when it is there. What is not there has no author and no reason (law 5). */
export function useShared(openedAtMs: number): Shared {
  const [shared, setShared] = useState(NOTHING)
  useEffect(() => {
    let here = true
    const look = async () => {
      const now = await loadShared(openedAtMs)
      if (here && now) setShared(now)
    }
    void look()
    const stop = onJournalChange(() => void look())
    return () => {
      here = false
      stop()
    }
  }, [openedAtMs])
  return shared
}

/** Null while it cannot be known: what is on the screen stays. */
async function loadShared(openedAtMs: number): Promise<Shared | null> {
  const room = await loadRoom('living')
  if (room.kind !== 'open') return null
  const thanks: { entryId: string; text: string; writtenAtMs: number }[] = []
  const lines = new Set<string>()
  for (const entry of room.entries) {
    if (entry.kind !== 'shared') continue
    const { shared, by, entryId, state } = entry
    if (shared.sort === 'line' && state === 'saved') lines.add(shared.lineId)
    if (shared.sort === 'thanks' && by === 'them' && shared.writtenAtMs >= openedAtMs)
      thanks.push({ entryId, text: shared.text, writtenAtMs: shared.writtenAtMs })
  }
  return { thanks: thanks.toSorted((one, other) => one.writtenAtMs - other.writtenAtMs), lines }
}
