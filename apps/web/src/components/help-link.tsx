'use client'

import { useTranslations } from 'next-intl'
import { Go } from './go'

/** The way to the help lines. Neither seeing it nor reaching for it asks for anything. */
export function HelpLink({ className }: { className?: string | undefined }) {
  const t = useTranslations('common')
  return (
    <Go to="/help" fetched="opened" className={className}>
      {t('helpLines')}
    </Go>
  )
}
