import type { Locale } from '@/i18n/locales'

const MINUTE_MS = 60_000
const UNITS = [
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
] as const

/** *20 minutes*, *1 hour*, *3 days*: in the largest unit that it is whole in. */
export function lengthWords(locale: Locale, ms: number): string {
  const [unit, eachMs] = UNITS.find(([, eachMs]) => ms % eachMs === 0) ?? UNITS[2]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(ms / eachMs)
}
