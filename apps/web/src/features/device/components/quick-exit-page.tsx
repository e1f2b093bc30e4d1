'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { Go } from '@/components/go'
import { HelpLink } from '@/components/help-link'
import { Quiet } from '@/components/quiet'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import { leave } from '@/lib/quick-exit'
import styles from './quick-exit-page.module.css'

const NOT_HIDDEN = ['history', 'icon', 'messages', 'other', 'watched'] as const

/** What the quick exit does and, as plainly, what it does not hide. */
export function QuickExitPage() {
  const t = useTranslations('device.quickExit')
  const common = useTranslations('common')
  const locale = useLocale()
  return (
    <Shell
      foot={
        <>
          <Go to="/">{common('home')}</Go>
          <HelpLink />
        </>
      }
    >
      <Stack gap="small">
        <Title>{t('title')}</Title>
        <p>{t('how')}</p>
      </Stack>
      <Section title={t('does')}>
        <p>{t('doesPage')}</p>
        <p>{t('doesBack')}</p>
        <p>{t('doesLock')}</p>
      </Section>
      <Section title={t('checkIn')}>
        <p>{t('checkInText')}</p>
      </Section>
      <Section title={t('doesNot')}>
        <ul className={styles.list}>
          {NOT_HIDDEN.map((what) => (
            <li key={what}>{t(what)}</li>
          ))}
        </ul>
      </Section>
      <Stack gap="small">
        <Button kind="quiet" onClick={() => leave(locale)}>
          {t('try')}
        </Button>
        <Quiet>{t('tryWhy')}</Quiet>
      </Stack>
    </Shell>
  )
}
