export { defaultPlan, FORMATS, type FormatId, planOf } from './formats.ts'
