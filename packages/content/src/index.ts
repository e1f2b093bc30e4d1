export type { FormatId } from './formats.ts'
