export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

/** Said in the language itself, for somebody who does not read the other one. */
export const LOCALE_NAMES: Record<Locale, string> = { en: 'English', es: 'Español' }

export const isLocale = (value: string): value is Locale => LOCALES.some((locale) => locale === value)

/** Read by the front door to choose the language of paths without one. */
export const LOCALE_COOKIE = 'turnstone.locale'
