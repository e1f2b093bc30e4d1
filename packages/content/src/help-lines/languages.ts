/** What the listed lines speak, named in the app's messages. */
export const LANGUAGES = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'qu', 'ay'] as const
export type Language = (typeof LANGUAGES)[number]
