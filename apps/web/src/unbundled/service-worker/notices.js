// @ts-check
/* What is shown of a push. Its words are here and chosen on this device: a server says only that, and until when. Pure. */

/**
 * @typedef {object} Choice
 * @property {'plain' | 'time' | 'reminder'} wording
 * @property {'en' | 'es'} locale
 */

/** One place on the screen: a later one takes it. */
export const TAG = 'pause'
const ICON = '/icons/notes-192.png'
const DAY_MS = 86_400_000
/** No return time is further away; whatever says so is not shown as a time. */
const FURTHEST_MS = 31 * DAY_MS

/** @param {string} time @param {number} hour */
const at = (time, hour) => (hour === 1 ? `a la ${time}` : `a las ${time}`)
/** @param {string} time @param {number} hour */
const until = (time, hour) => (hour === 1 ? `la ${time}` : `las ${time}`)

/**
 * @typedef {{ time: string, hour: number, weekday: string }} Words
 * @type {Record<'en' | 'es', Record<'plain' | 'time', Record<'today' | 'tomorrow' | 'other', (words: Words) => string>>>}
 */
const TEXTS = {
  en: {
    plain: {
      today: ({ time }) => `Paused. Back at ${time}.`,
      tomorrow: ({ time }) => `Paused. Back tomorrow at ${time}.`,
      other: ({ time, weekday }) => `Paused. Back on ${weekday} at ${time}.`,
    },
    time: {
      today: ({ time }) => `Until ${time}`,
      tomorrow: ({ time }) => `Until tomorrow at ${time}`,
      other: ({ time, weekday }) => `Until ${weekday} at ${time}`,
    },
  },
  es: {
    plain: {
      today: ({ time, hour }) => `En pausa. Volvemos ${at(time, hour)}.`,
      tomorrow: ({ time, hour }) => `En pausa. Volvemos mañana ${at(time, hour)}.`,
      other: ({ time, hour, weekday }) => `En pausa. Volvemos el ${weekday} ${at(time, hour)}.`,
    },
    time: {
      today: ({ time, hour }) => `Hasta ${until(time, hour)}`,
      tomorrow: ({ time, hour }) => `Hasta mañana ${at(time, hour)}`,
      other: ({ time, hour, weekday }) => `Hasta el ${weekday} ${at(time, hour)}`,
    },
  },
}
const REMINDER = { en: 'A reminder', es: 'Un recordatorio' }

/**
 * The return time that a push carries; null for anything that is not one of ours.
 * @param {unknown} pushed
 * @param {number} nowMs
 * @returns {number | null}
 */
export function returnTimeOf(pushed, nowMs) {
  if (typeof pushed !== 'object' || pushed === null || !('until' in pushed) || !('kind' in pushed)) return null
  const { kind, until: untilMs } = pushed
  const isTime = typeof untilMs === 'number' && Number.isSafeInteger(untilMs) && untilMs < nowMs + FURTHEST_MS
  return kind === 'pause' && isTime ? untilMs : null
}

/**
 * Late, or not of ours: browsers want something to be seen for every push, so it is shown and taken down at once.
 * @param {number | null} untilMs
 * @param {Choice} choice
 * @param {number} nowMs
 */
export function noticeOf(untilMs, choice, nowMs) {
  const isOver = untilMs === null || untilMs <= nowMs
  const title = isOver ? REMINDER[choice.locale] : titleOf(untilMs, choice, nowMs)
  const options = { tag: TAG, icon: ICON, lang: choice.locale, silent: isOver, data: { until: isOver ? 0 : untilMs } }
  return { title, options, isOver }
}

/**
 * What stands on the lock screen, and in the settings as what will.
 * @param {number} untilMs
 * @param {Choice} choice
 * @param {number} nowMs
 */
export function titleOf(untilMs, { wording, locale }, nowMs) {
  if (wording === 'reminder') return REMINDER[locale]
  const when = new Date(untilMs)
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(when)
  const time = `${when.getHours()}:${String(when.getMinutes()).padStart(2, '0')}`
  return TEXTS[locale][wording][dayOf(when, new Date(nowMs))]({ time, hour: when.getHours(), weekday })
}

/** @param {Date} when @param {Date} now */
function dayOf(when, now) {
  const midnight = (/** @type {number} */ ahead) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead).getTime()
  if (when.getTime() < midnight(1)) return 'today'
  return when.getTime() < midnight(2) ? 'tomorrow' : 'other'
}

/**
 * What was kept, as far as it is a choice. Where a browser has lost it, the words that give nothing away.
 * @param {unknown} kept
 * @param {readonly string[]} languages
 * @returns {Choice}
 */
export function choiceOf(kept, languages) {
  const fallback = languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'en' || tag === 'es')
  const { wording, locale } = /** @type {Partial<Choice>} */ (typeof kept === 'object' && kept !== null ? kept : {})
  return {
    wording: wording === 'plain' || wording === 'time' ? wording : 'reminder',
    locale: locale === 'en' || locale === 'es' ? locale : fallback === 'es' ? 'es' : 'en',
  }
}
