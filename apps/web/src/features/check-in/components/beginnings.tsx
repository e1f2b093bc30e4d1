'use client'

import { beginningsFor } from '@turnstone/content'
import { useLocale, useTranslations } from 'next-intl'
import { useSteering, useTopicName } from '@/features/register/client'
import styles from './beginnings.module.css'

/**
 * Words to begin with, for whoever wants some: the same on the screens of both, shut until somebody looks, and nothing
 * keeps whether they did. With each topic that comes to rest there is another `draw` of them. What the two want to be asked about first stands below, with the way to ask.
 */
export function Beginnings({ checkInId, draw = 0 }: { checkInId: string; draw?: number }) {
  const t = useTranslations('check-in.beginnings')
  const locale = useLocale()
  const language = locale === 'es' ? 'es' : 'en'
  const nameOf = useTopicName()
  const steering = useSteering()
  if (!steering) return null
  const names = steering.askFirst.map(nameOf).toSorted((one, other) => one.localeCompare(other, locale))
  return (
    <details className={styles.beginnings}>
      <summary>{t('title')}</summary>
      <ul className={styles.list}>
        {beginningsFor({ checkInId, fine: steering.fine, draw }).map(({ id, words }) => (
          <li key={id}>{words[language]}</li>
        ))}
      </ul>
      {names.length > 0 && (
        <div className={styles.ask}>
          <p>
            {t('askFirst')} <span className={styles.topics}>{names.join(' · ')}</span>
          </p>
          <p>{t('howToAsk')}</p>
        </div>
      )}
      <p className={styles.ask}>{t('free')}</p>
    </details>
  )
}
