import type { Talk } from './repair.ts'
import type { Ended, Floor, Frozen, Pace, Plan, ResumeProof, ReturnStage, Rules, Running, Seat, Way } from './types.ts'

/** What a device is shown of a check-in. Durations are left as of the sending; a device counts them down itself. */
export interface Snapshot {
  readonly seq: number
  readonly rules: Rules
  readonly starter: Seat
  readonly plan: Plan
  readonly planEpoch: number
  readonly talk: Talk | null
  readonly way: Way | null
  readonly pace: Pace
  readonly slower: boolean
  readonly slowedIn: number | null
  readonly redirectedIn: number | null
  readonly asides: number
  readonly freezeEpoch: number
  readonly openedAtMs: number | null
  readonly turns: number
  readonly lastResume: ResumeProof | null
  readonly phase:
    | { readonly kind: 'waiting' }
    | { readonly kind: 'running'; readonly floor: Floor; readonly clock: Running['clock'] }
    | {
        readonly kind: 'frozen'
        readonly freezeEpoch: number
        readonly cooldownLeftMs: number
        readonly breatherMs: number | null
        readonly rung: number
        readonly look: Frozen['look']
        readonly returnAtMs: number
        /** Who says that it was a slip, and how long the other may say the same. */
        readonly slip: { readonly by: Seat; readonly leftMs: number } | null
        readonly interrupted: { readonly kind: 'waiting' } | { readonly kind: 'floor'; readonly floor: Floor }
      }
    | {
        readonly kind: 'returning'
        readonly stage: ReturnStage
        readonly floor: Floor
        readonly freezeEpoch: number
        /** Until one may go on without the other. */
        readonly leastLeftMs: number
      }
    | Ended
}
