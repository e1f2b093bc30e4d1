/** A day as people write it, with its year: a journal is read years later. */
export const longDate = (locale: string, ms: number): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(ms)
