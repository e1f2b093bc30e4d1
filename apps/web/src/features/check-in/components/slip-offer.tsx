'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { known, type OtherName } from '../names'
import type { CheckInActions, SlipView } from '../view'
import styles from './slip-offer.module.css'

interface Props {
  slip: SlipView
  other: OtherName
  actions: Pick<CheckInActions, 'slip' | 'stayPaused'>
}

/** A pause that nobody may have meant. Both ways out of the question weigh the same, and one of them is to do nothing. */
export function SlipOffer({ slip, other, actions }: Props) {
  const t = useTranslations('check-in.paused.slip')
  switch (slip.what) {
    case 'none':
      return null
    case 'mayBe':
      return (
        <div className={styles.slip} data-slip="">
          <Button kind="quiet" pending={slip.saying === 'sending'} onClick={actions.slip}>
            {t('itWas')}
          </Button>
          <output>{slip.saying === 'failed' && t('failed')}</output>
        </div>
      )
    case 'said':
      return (
        <p className={styles.slip} data-slip="">
          {t('said', known(other))}
        </p>
      )
    case 'asked':
      return (
        <section className={styles.slip} data-slip="">
          <h2>{t('asked', known(other))}</h2>
          <div className={styles.ways}>
            <Button kind="quiet" size="large" pending={slip.saying === 'sending'} onClick={actions.slip}>
              {t('goOn')}
            </Button>
            <Button kind="quiet" size="large" onClick={actions.stayPaused}>
              {t('stay')}
            </Button>
          </div>
          <output>{t(slip.saying === 'failed' ? 'failed' : 'noHurry')}</output>
        </section>
      )
  }
}
