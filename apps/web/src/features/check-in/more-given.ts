import type { Snapshot } from '@turnstone/check-in'

/** The turn that got more time between two states of the room; null when none did. */
export function moreGivenBetween(before: Snapshot | undefined, after: Snapshot | undefined): number | null {
  const [was, is] = [heldTurn(before), heldTurn(after)]
  if (!was || !is || was.turn !== is.turn || was.wholeMs === null || is.wholeMs === null) return null
  return is.wholeMs > was.wholeMs ? is.turn : null
}

function heldTurn(snapshot: Snapshot | undefined) {
  const phase = snapshot?.phase
  if (phase?.kind !== 'running') return null
  const { floor } = phase
  return floor.kind === 'turn' || floor.kind === 'grace' ? floor : null
}
