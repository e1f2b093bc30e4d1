import type { Snapshot } from '@turnstone/check-in'

/** The turn that words are for which were sent just now: the one that is shown, also where it has stopped meanwhile. */
export function turnOf(snapshot: Snapshot | undefined): number | null {
  const phase = snapshot?.phase
  if (phase?.kind === 'running' || phase?.kind === 'returning') return phase.floor.turn
  return phase?.kind === 'frozen' && phase.interrupted.kind === 'floor' ? phase.interrupted.floor.turn : null
}
