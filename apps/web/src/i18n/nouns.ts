/** One file of messages per noun and language. `common` and `errors` are on every page. */
export const NOUNS = [
  'common',
  'errors',
  'home',
  'account',
  'partnership',
  'agreement',
  'register',
  'check-in',
  'journal',
  'jottings',
  'kit',
  'device',
  'help',
  'table',
  'closing',
  'watch',
  'calm',
  'signals',
  'push',
] as const
export type Noun = (typeof NOUNS)[number]
