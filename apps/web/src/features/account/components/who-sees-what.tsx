'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'
import styles from './who-sees-what.module.css'

type Text = Parameters<ReturnType<typeof useTranslations<'account.whoSees'>>>[0]

const SECTIONS: readonly { readonly title: Text; readonly says: readonly Text[] }[] = [
  { title: 'you.title', says: ['you.first', 'you.second'] },
  {
    title: 'partner.title',
    says: ['partner.first', 'partner.second', 'partner.third', 'partner.fourth', 'partner.fifth'],
  },
  { title: 'server.title', says: ['server.first', 'server.second', 'server.third', 'server.fourth', 'server.fifth'] },
  { title: 'strangers.title', says: ['strangers.first', 'strangers.second'] },
  { title: 'not.title', says: ['not.first', 'not.second', 'not.third'] },
]

/** Partner, operator, strangers: what each of them sees, in plain words, and what nothing here protects. */
export function WhoSeesWhat() {
  const t = useTranslations('account.whoSees')
  const common = useTranslations('common')
  return (
    <Shell foot={<Go to="/">{common('home')}</Go>}>
      <Title>{t('title')}</Title>
      <p>{t('lead')}</p>
      {SECTIONS.map(({ title, says }) => (
        <Section key={title} title={t(title)}>
          <ul className={styles.says}>
            {says.map((text) => (
              <li key={text}>{t(text)}</li>
            ))}
          </ul>
        </Section>
      ))}
    </Shell>
  )
}
