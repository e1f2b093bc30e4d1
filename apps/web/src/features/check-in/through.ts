import type { RoomState } from './client'
import type { SessionState } from './session-state'

/** What this page knows of my answer, and what I said on any of my devices: an earlier stage says nothing about a later. */
export function laterOf(mine: SessionState['through'], heard: RoomState['mine']['through']): SessionState['through'] {
  if (heard === null) return mine
  const isEarlier =
    mine !== null &&
    (heard.freezeEpoch < mine.freezeEpoch ||
      (heard.freezeEpoch === mine.freezeEpoch && heard.stage === 'saying' && mine.stage === 'reading'))
  return isEarlier ? mine : { ...heard, state: 'kept' }
}
