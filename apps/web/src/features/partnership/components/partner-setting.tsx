'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Setting } from '@/components/setting'
import { usePartnership } from '../client'

/** The door to the page of the two. */
export function PartnerSetting() {
  const partnership = usePartnership()
  const t = useTranslations('partnership.partner')
  if (partnership.kind === 'linked') {
    return (
      <Setting title={t('setting', { name: partnership.partner.name })} about={t('settingAbout')}>
        <ButtonLink to="/partner" kind="quiet">
          {t('settingAction')}
        </ButtonLink>
      </Setting>
    )
  }
  if (partnership.kind !== 'alone') return null
  const hasPast = partnership.past.length > 0
  return (
    <Setting title={t('alone')} about={t('aloneAbout')}>
      <ButtonLink to="/link" kind="quiet">
        {t('invite')}
      </ButtonLink>
      {hasPast && (
        <ButtonLink to="/partner" kind="quiet">
          {t('past')}
        </ButtonLink>
      )}
    </Setting>
  )
}
