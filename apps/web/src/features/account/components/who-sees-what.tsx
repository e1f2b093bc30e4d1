'use client'

import { useTranslations } from 'next-intl'
import { Go } from '@/components/go'
import { Section } from '@/components/section'
import { Shell } from '@/components/shell'
import { Title } from '@/components/title'

export function WhoSeesWhat() {
  const t = useTranslations('account.whoSees')
  const common = useTranslations('common')
  return (
    <Shell
      foot={
        <>
          <Go to="/">{common('home')}</Go>
          <Go to="/quick-exit">{common('quickExit')}</Go>
        </>
      }
    >
      <Title>{t('title')}</Title>
      <Section title={t('you')}>{t('youText')}</Section>
      <Section title={t('partner')}>{t('partnerText')}</Section>
      <Section title={t('server')}>{t('serverText')}</Section>
      <Section title={t('not')}>{t('notText')}</Section>
    </Shell>
  )
}
