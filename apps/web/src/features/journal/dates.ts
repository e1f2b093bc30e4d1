/** A day as people write it at the head of a page, with its year: a journal is read years later. */
export function longDate(locale: string, ms: number): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const [first = '', ...rest] = format.format(ms)
  // Spanish writes days small, and begins a heading with a capital all the same.
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/** A day without its weekday. */
export const shortDate = (locale: string, ms: number): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(ms)
