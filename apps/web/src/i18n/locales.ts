export const LOCALES = ['en', 'es'] as const
export type Locale = (typeof LOCALES)[number]

export const isLocale = (value: string): value is Locale => LOCALES.some((locale) => locale === value)

/** Read by the front door to choose the language of paths without one. */
export const LOCALE_COOKIE = 'turnstone.locale'
