import { useTranslations } from 'next-intl'
import { inHoursAndMinutes } from '../durations'

/** Says a length of time: "20 minutes", "1 hour", "1 hour 30 minutes". */
export function useDuration(): (ms: number) => string {
  const t = useTranslations('agreement.break')
  return (ms) => {
    const { hours, minutes } = inHoursAndMinutes(ms)
    if (hours === 0) return t('minutes', { minutes })
    return minutes === 0 ? t('hours', { hours }) : t('hoursMinutes', { hours, minutes })
  }
}
