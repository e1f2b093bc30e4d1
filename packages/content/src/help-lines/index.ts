export { COUNTRIES, helpLinesOf } from './countries.ts'
export { LANGUAGES } from './languages.ts'
export { dialled, type HelpLine, type Way } from './line.ts'
export { guessCountry } from './whereabouts.ts'
