/** A day as people write it at the head of a page, with its year: a journal is read years later. */
export function longDate(locale: string, ms: number): string {
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  return headed(locale, format.format(ms))
}

/** Spanish writes days and months small, and begins a heading with a capital all the same. */
function headed(locale: string, text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}

/** A day without its weekday. */
export const shortDate = (locale: string, ms: number): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(ms)

/** The head of a month: "November 2026", "Noviembre de 2026". */
export function monthName(locale: string, ms: number): string {
  return headed(locale, new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' }).format(ms))
}

/** A day within its month: "Sunday 22", "Domingo 22". */
export function dayOfMonth(locale: string, ms: number): string {
  const say = (part: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, part).format(ms)
  return headed(locale, `${say({ weekday: 'long' })} ${say({ day: 'numeric' })}`)
}
