import { useLocale, useTranslations } from 'next-intl'
import { timeWords } from '@/lib/time-words'
import type { Record } from '@/vault/journal-content'

/** "From 19:00 to 19:32, 4 turns". */
export function useRecordSummary(): (record: Record) => string {
  const t = useTranslations('journal.record')
  const locale = useLocale()
  return ({ openedAtMs, endedAtMs, turns }) =>
    t('summary', { from: timeWords(locale, openedAtMs).time, to: timeWords(locale, endedAtMs).time, turns })
}
