'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { lengthWords } from '@/lib/length-words'
import { known, type OtherName } from '../../names'
import styles from './willing.module.css'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const BREATHERS = [5 * MINUTE_MS, 20 * MINUTE_MS, HOUR_MS, 12 * HOUR_MS, DAY_MS, 3 * DAY_MS, 7 * DAY_MS]
/** Long enough to sleep on it. */
const USUAL_MS = DAY_MS

interface Props {
  other: OtherName
  onOffer: (breatherMs: number) => void
}

/** Only ever about what I did: nobody can ask this of the other one. */
export function OfferRepair({ other, onOffer }: Props) {
  const t = useTranslations('check-in.repair.offer')
  const locale = useLocale()
  const [breather, setBreather] = useState(String(USUAL_MS))
  const what = useRef<HTMLParagraphElement>(null)
  // It opens below what was pressed: what it is comes into view, and is read first.
  useEffect(() => what.current?.focus(), [])
  return (
    <div className={styles.repair}>
      <p ref={what} tabIndex={-1}>
        {t('what')}
      </p>
      <p>{t('shown', known(other))}</p>
      <Choice
        legend={t('breather')}
        options={BREATHERS.map((ms) => ({ value: String(ms), label: lengthWords(locale, ms) }))}
        value={breather}
        onChange={setBreather}
      />
      <p className={styles.repairSmall}>{t('sooner')}</p>
      <Button kind="quiet" size="large" onClick={() => onOffer(Number(breather))}>
        {t('action')}
      </Button>
    </div>
  )
}
