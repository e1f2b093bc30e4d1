import type { CheckIn, Command, Step } from '../types.ts'
import { aTurnIsSaidBackOnce, opensByTwoYesesForThisPlan, planningVoidsTheYeses, turnsFollowThePlan } from './agenda.ts'
import { bothHaveTheSameBudget, leftTimeIsWithinItsBudget, moreTimeWasAskedFor } from './budget.ts'
import type { Case } from './case.ts'
import {
  anotherTopicTakesTwo,
  aReturnComesBeforeItsFloor,
  goesOnByTwoOrAfterAWhile,
  linesAreShownTogether,
  throughIsForNow,
} from './coming-back.ts'
import { theEndForgets, theEndIsFinal } from './end.ts'
import { aFreezeEndsByTwoConsentsOrTheEnd, aPauseFreezes, freezesOnlyGoUp, looksMoveOnByThemselves } from './freeze.ts'
import { everyEventIsItsAskersToMake, onlyWhoseMomentItIsIsHeard, theFloorHasOneHolder } from './holder.ts'
import {
  eventsAreNumberedInARow,
  nothingChangesWithoutItsEvent,
  refusalChangesNothingOfItsOwn,
  repetitionChangesNothing,
} from './numbers.ts'
import {
  aMinuteEndsByBoth,
  comfortIsAnsweredByEach,
  privateAnswersAreForNow,
  slowerIsTakenUpWithATurn,
} from './quiet.ts'
import { aBreatherIsBothsYes, aTalkIsClosedByTheOther, aTalkIsKeptAsItWasLeft, repairIsAnOffer } from './repair.ts'
import { aSlipBeginsWithItsPause, aSlipIsCalledInTime, aSlipIsForNow, aSlipTakesBoth } from './slip.ts'

/**
 * What is structurally wrong with a step; empty when nothing is. Asked before every commit: a step with a problem is not
 * written, whatever the reason (I22's spirit: better stopped than wrong). It knows nothing of how `transition` works.
 */
export function invariantProblems(before: CheckIn, step: Step, command: Command): readonly string[] {
  const examined: Case = { before, step, command }
  if (step.repeated) return repetitionChangesNothing(examined)
  return CHECKS.flatMap((check) => check(examined))
}

const CHECKS: readonly ((examined: Case) => string[])[] = [
  eventsAreNumberedInARow,
  nothingChangesWithoutItsEvent,
  refusalChangesNothingOfItsOwn,
  theFloorHasOneHolder,
  everyEventIsItsAskersToMake,
  onlyWhoseMomentItIsIsHeard,
  opensByTwoYesesForThisPlan,
  planningVoidsTheYeses,
  turnsFollowThePlan,
  aTurnIsSaidBackOnce,
  bothHaveTheSameBudget,
  moreTimeWasAskedFor,
  leftTimeIsWithinItsBudget,
  freezesOnlyGoUp,
  looksMoveOnByThemselves,
  aPauseFreezes,
  aFreezeEndsByTwoConsentsOrTheEnd,
  aSlipBeginsWithItsPause,
  aSlipIsForNow,
  aSlipIsCalledInTime,
  aSlipTakesBoth,
  aReturnComesBeforeItsFloor,
  goesOnByTwoOrAfterAWhile,
  linesAreShownTogether,
  anotherTopicTakesTwo,
  throughIsForNow,
  privateAnswersAreForNow,
  aMinuteEndsByBoth,
  slowerIsTakenUpWithATurn,
  comfortIsAnsweredByEach,
  repairIsAnOffer,
  aBreatherIsBothsYes,
  aTalkIsKeptAsItWasLeft,
  aTalkIsClosedByTheOther,
  theEndIsFinal,
  theEndForgets,
]
