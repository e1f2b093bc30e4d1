import { useTranslations } from 'next-intl'

const FORMATS = ['first-ten', 'weekly', 'speak-and-listen', 'repair'] as const

/** What kind of check-in it was; the oldest records do not say. */
export function useFormatName(): (format: string | undefined) => string {
  const t = useTranslations('journal.record')
  return (format) => {
    const known = FORMATS.find((one) => one === format)
    return known ? t(`formats.${known}`) : t('title')
  }
}
