import type { Locale } from '@/i18n/locales'

/**
 * A time of day as messages need it: `{day, select, today {…} tomorrow {…} other {… {date}}}`, `{time}`, and `hour`
 * because Spanish says "a la 1:00" but "a las 20:40". Twenty-four hours in both languages: nobody has to ask which seven.
 */
export interface TimeWords {
  [name: string]: string | number
  day: 'today' | 'tomorrow' | 'other'
  date: string
  time: string
  hour: number
}

export function timeWords(locale: Locale, atMs: number, nowMs: number = Date.now()): TimeWords {
  const at = new Date(atMs)
  return {
    day: dayOf(at, new Date(nowMs)),
    date: new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at),
    time: `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`,
    hour: at.getHours(),
  }
}

function dayOf(at: Date, now: Date): TimeWords['day'] {
  const midnight = (daysAhead: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead).getTime()
  if (at.getTime() < midnight(0) || at.getTime() >= midnight(2)) return 'other'
  return at.getTime() < midnight(1) ? 'today' : 'tomorrow'
}
