'use client'

import { REPAIR_MINUTES } from '@turnstone/content'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/button'
import { known, type OtherName } from '../../names'
import type { CheckInActions, TalkView } from '../../view'
import { NothingMore } from '../nothing-more'
import styles from './willing.module.css'

interface Props {
  talk: TalkView
  /** It is what both are asked about already. */
  chosen: boolean
  other: OtherName
  actions: Pick<CheckInActions, 'choose'>
}

/** What became of the last repair talk. Going on is offered to both alike; closing it is the other one's. */
export function LastTalk({ talk, chosen, other, actions }: Props) {
  const t = useTranslations('check-in')
  if (talk.kind === 'closed') {
    return (
      <section className={styles.repair} aria-label={t('repair.label')}>
        <p>{t(`repair.closed.${talk.by}`, known(other))}</p>
      </section>
    )
  }
  if (chosen && talk.by === 'me') return null
  const goOn = () => actions.choose({ format: 'repair', minutes: REPAIR_MINUTES, repair: { kind: 'goOn' } })
  return (
    <section className={styles.repair} aria-label={t('repair.label')}>
      {!chosen && (
        <>
          <p>{t(`repair.left.${talk.by}`, { ...known(other), step: t(`agenda.${talk.next}`) })}</p>
          <Button kind="plain" onClick={goOn}>
            {t('repair.goOn')}
          </Button>
        </>
      )}
      {talk.by === 'them' && <NothingMore />}
    </section>
  )
}
