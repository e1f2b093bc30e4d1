import type { Jotting, JottingChange } from '@/vault/jottings'

/** One change done to the list: see `NotebookPorts`. */
export function changed(list: readonly Jotting[], change: JottingChange): readonly Jotting[] {
  switch (change.kind) {
    case 'added':
      return list.some(({ id }) => id === change.jotting.id) ? list : [...list, change.jotting]
    case 'sorted':
      return list.map((one) => (one.id === change.id ? { ...one, sorted: change.sorted } : one))
    case 'removed':
      return list.filter(({ id }) => id !== change.id)
  }
}

/** How a jotting stands in a check-in: not asked about yet, or what was answered. */
export function placeIn(checkInId: string, { sorted }: Jotting): 'unsorted' | 'tonight' | 'later' {
  return sorted?.checkInId === checkInId ? sorted.as : 'unsorted'
}
