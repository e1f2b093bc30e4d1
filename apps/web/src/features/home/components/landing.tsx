'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Go } from '@/components/go'
import { HelpLink } from '@/components/help-link'
import { OtherLanguage } from '@/components/other-language'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { Stone } from '@/components/stone'
import { Title } from '@/components/title'
import styles from './landing.module.css'

/** What this is and who can read it, in three sentences. */
export function Landing({ sure }: { sure: boolean }) {
  const t = useTranslations('home')
  return (
    <div className={styles.landing} data-unsure={!sure || undefined}>
      <Shell
        kind="bare"
        foot={
          <>
            <Go to="/who-sees-what" fetched="reached">
              {t('whoSees')}
            </Go>
            <HelpLink />
            <OtherLanguage />
          </>
        }
      >
        <Stone place="midway" />
        <Title>{t('landing.title')}</Title>
        <p>{t('landing.one')}</p>
        <p>{t('landing.two')}</p>
        <p>{t('landing.three')}</p>
        <Stack gap="small" place="bottom">
          <ButtonLink to="/sign-up">{t('landing.begin')}</ButtonLink>
          <ButtonLink to="/sign-in" kind="quiet" fetched="reached">
            {t('landing.haveAccount')}
          </ButtonLink>
        </Stack>
      </Shell>
    </div>
  )
}
