export { nextDeadlineMs } from './deadline.ts'
export {
  BEAT_EVERY_MS,
  type Device,
  type DeviceEffect,
  type DeviceInput,
  type DeviceStep,
  deviceStep,
  mayBeat,
  newDevice,
  type Screen,
  SILENCE_MS,
  screenOf,
} from './device/index.ts'
export { invariantProblems } from './invariants/index.ts'
export { compilePhrases, findsOurWord, isUsablePhrase, type PhraseMatcher } from './our-word.ts'
export { starterOf } from './plan.ts'
export type { Repair, Talk } from './repair.ts'
export {
  DEFAULT_RULES,
  isLongerBreak,
  isSameRules,
  practiceRules,
  RULE_LIMITS,
  type RuleProblem,
  ruleProblems,
} from './rules.ts'
export { otherSeat } from './seat.ts'
export type { Snapshot } from './snapshot.ts'
export { elapsedMs } from './time.ts'
export { newCheckIn, transition } from './transition.ts'
export type * from './types.ts'
export { viewOf } from './view.ts'
export { zoneNamed } from './wall-clock.ts'
