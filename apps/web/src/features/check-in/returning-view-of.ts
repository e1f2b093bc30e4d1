import type { Snapshot } from '@turnstone/check-in'
import { readLine } from './reentry'
import type { SessionState } from './session-state'
import type { Held, ReentryLine, ReturningView } from './view'

type Returning = Extract<Snapshot['phase'], { kind: 'returning' }>

/** What is shown while both come back, at `nowMs`. */
export function returningView(
  state: SessionState,
  snapshot: Snapshot,
  phase: Returning,
  held: Held,
  nowMs: number,
): ReturningView {
  const { stage, freezeEpoch, leastLeftMs } = phase
  const { through, device } = state
  const isForNow = through?.freezeEpoch === freezeEpoch && through.stage === stage
  const sinceMs = nowMs - (device.latest?.receivedAtMs ?? nowMs)
  return {
    stage,
    mine: isForNow ? through.state : 'asked',
    lines: stage === 'reading' ? linesFor(state, freezeEpoch) : [],
    redirected: stage === 'reading' && snapshot.redirectedIn === phase.floor.turn,
    topicRests: state.wordEpochs.length > 0,
    mayGoOn: sinceMs >= leastLeftMs,
    held,
    vault: state.vault,
  }
}

function linesFor({ reentries }: SessionState, freezeEpoch: number): readonly ReentryLine[] {
  return reentries.flatMap(({ key, by, text }) => {
    const words = readLine(text, freezeEpoch)
    return words === 'elsewhere' ? [] : [{ key, by, words }]
  })
}
