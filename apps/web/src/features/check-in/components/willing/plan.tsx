'use client'

import { FORMATS } from '@turnstone/content'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { Button } from '@/components/button'
import { isOpenStep } from '../../agenda'
import type { OtherName } from '../../names'
import type { CheckInActions, WillingView } from '../../view'
import { Beginnings } from '../beginnings'
import { type Kind, Kinds } from './kinds'
import { Offer } from './offer'
import styles from './willing.module.css'

interface Props {
  willing: WillingView
  other: OtherName
  onChoose: CheckInActions['choose']
}

/** What we would do, step by step; either may choose another kind or length, and then both are asked anew. */
export function Plan({ willing, other, onChoose }: Props) {
  const { checkInId, vault, format, minutes, steps, doing } = willing
  const t = useTranslations('check-in')
  const [choosing, setChoosing] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const choose = (kind: Kind) => {
    if (kind.repair || kind.format !== format || kind.minutes !== minutes) onChoose(kind)
    setChoosing(false)
    // The list is gone, and whoever goes by keyboard is back where they opened it.
    toggle.current?.focus()
  }
  return (
    <section className={styles.plan} aria-label={t('agenda.label')}>
      <div className={styles.planHead}>
        <h2>{t(`willing.kind.${known(format)}`, { minutes })}</h2>
        <Button ref={toggle} kind="plain" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t(choosing ? 'willing.keepKind' : 'willing.anotherKind')}
        </Button>
      </div>
      {willing.offer && <Offer offer={willing.offer} step={steps[0]} other={other} />}
      <ol className={styles.steps}>
        {steps.map((id) => (
          <li key={id}>{t(`agenda.${id}`)}</li>
        ))}
      </ol>
      {vault === 'open' && steps.some(isOpenStep) && <Beginnings checkInId={checkInId} />}
      {doing?.what === 'choose' && doing.state !== 'sending' && <p role="alert">{t('willing.notChosen')}</p>}
      {choosing && <Kinds format={format} minutes={minutes} other={other} onChoose={choose} />}
    </section>
  )
}

/** A newer server may know formats that have no name here. */
function known(format: string) {
  if (format === 'repair') return format
  return FORMATS.find(({ id }) => id === format)?.id ?? 'other'
}
