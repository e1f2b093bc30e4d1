'use client'

import type { HelpLine } from '@turnstone/content/help-lines'
import { useLocale, useTranslations } from 'next-intl'
import { Quiet } from '@/components/quiet'
import styles from './help.module.css'

/** Where each number was read, and when. Addresses are to be read: opening one would tell that site. */
export function Sources({ lines }: { lines: readonly HelpLine[] }) {
  const t = useTranslations('help')
  const locale = useLocale()
  return (
    <details className={styles.sources}>
      <summary>{t('sources')}</summary>
      <p>{t('sourcesText')}</p>
      <dl>
        {lines.map(({ id, name, checkedOn, sources }) => (
          <div key={id}>
            <dt>
              {name[locale]}, {t('read', { date: checkedOn })}
            </dt>
            {sources.map((source) => (
              <dd key={source}>
                <Quiet>{source}</Quiet>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </details>
  )
}
