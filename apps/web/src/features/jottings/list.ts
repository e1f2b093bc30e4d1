import type { CameToRest, Jotting, ListChange, Listed, Resting } from '@/vault/jottings'

/** So many topics that left the shelf are remembered, the newest. */
const REMEMBERED = 40

/** One change done to the list: see `NotebookPorts`. */
export function changed(list: readonly Listed[], change: ListChange): readonly Listed[] {
  switch (change.kind) {
    case 'added':
      return withJotting(list, change.jotting)
    case 'sorted':
      return list.map((one) => ('id' in one && one.id === change.id ? { ...one, sorted: change.sorted } : one))
    case 'removed':
      return without(list, change.id)
    case 'rested':
      return change.topics.reduce(withResting, list)
    case 'takenUp':
      return withJotting(left(list, change.restingId), change.jotting)
    case 'letGo':
      return left(list, change.restingId)
  }
}

const withJotting = (list: readonly Listed[], jotting: Jotting): readonly Listed[] =>
  list.some((one) => 'id' in one && one.id === jotting.id) ? list : [...list, jotting]

const without = (list: readonly Listed[], id: string): readonly Listed[] =>
  list.filter((one) => !('id' in one && one.id === id))

/** What was a jotting lies on the shelf from here on, with its words: nobody is asked about it again. */
function withResting(list: readonly Listed[], { jottingId, ...topic }: CameToRest): readonly Listed[] {
  if (hasLeft(list, topic.restingId)) return list
  const known = restingIn(list).find(({ restingId }) => restingId === topic.restingId)
  const jotting = jottingsIn(list).find(({ id }) => id === jottingId)
  if (known && (!jotting || known.text !== null)) return list
  const others = list.filter((one) => one !== known && one !== jotting)
  return [...others, { ...topic, text: jotting?.text ?? null }]
}

function left(list: readonly Listed[], restingId: string): readonly Listed[] {
  if (hasLeft(list, restingId)) return list
  const gone = list.filter((one) => 'leftId' in one)
  const forgotten = new Set(gone.slice(0, Math.max(0, gone.length + 1 - REMEMBERED)).map(({ leftId }) => leftId))
  const stays = (one: Listed) =>
    'leftId' in one ? !forgotten.has(one.leftId) : !('restingId' in one && one.restingId === restingId)
  return [...list.filter(stays), { leftId: restingId }]
}

const hasLeft = (list: readonly Listed[], restingId: string): boolean =>
  list.some((one) => 'leftId' in one && one.leftId === restingId)

export const jottingsIn = (list: readonly Listed[]): readonly Jotting[] => list.filter((one) => 'id' in one)

/** What is on the shelf. */
export const restingIn = (list: readonly Listed[]): readonly Resting[] => list.filter((one) => 'restingId' in one)

/** How a jotting stands in a check-in: not asked about yet, or what was answered. */
export function placeIn(checkInId: string, { sorted }: Jotting): 'unsorted' | 'tonight' | 'later' {
  return sorted?.checkInId === checkInId ? sorted.as : 'unsorted'
}
