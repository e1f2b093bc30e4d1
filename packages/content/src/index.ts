export { defaultPlan, FORMATS, type FormatId, planOf } from './formats.ts'
export { TOPICS } from './topics.ts'
