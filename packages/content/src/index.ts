export {
  defaultPlan,
  FORMATS,
  type FormatId,
  planOf,
  REPAIR_MINUTES,
  repairPlan,
  repairStepAfter,
} from './formats.ts'
export { beginningsFor, PROMPTS, type Prompt } from './prompts.ts'
export { fromOtherSide, TOPICS } from './topics.ts'
