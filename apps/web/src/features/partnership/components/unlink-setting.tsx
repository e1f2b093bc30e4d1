'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Setting } from '@/components/setting'
import { usePartnership } from '../client'

/** Leads to the end of the link. Needs no key, so it is there with closed pages too. */
export function UnlinkSetting() {
  const partnership = usePartnership()
  const t = useTranslations('partnership.unlink')
  const isLinked = partnership.kind === 'linked' || partnership.kind === 'blocked'
  if (!isLinked && !(partnership.kind === 'locked' && partnership.link)) return null
  return (
    <Setting title={t('setting')} about={t('settingAbout')}>
      <ButtonLink to="/partner/now" kind="quiet">
        {t('now')}
      </ButtonLink>
    </Setting>
  )
}
