/** The kinds of check-in two partners can hold. */
export type FormatId = 'first-ten' | 'weekly' | 'speak-and-listen'
