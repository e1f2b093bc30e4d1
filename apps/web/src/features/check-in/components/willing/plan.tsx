'use client'

import { FORMATS } from '@turnstone/content'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import type { CheckInActions, WillingView } from '../../view'
import styles from './willing.module.css'

interface Props {
  willing: WillingView
  onChoose: CheckInActions['choose']
}

/** What we would do, step by step; either may choose another kind or length, and then both are asked anew. */
export function Plan({ willing: { format, minutes, steps, doing }, onChoose }: Props) {
  const t = useTranslations('check-in')
  const [choosing, setChoosing] = useState(false)
  return (
    <section className={styles.plan} aria-label={t('agenda.label')}>
      <div className={styles.planHead}>
        <h2>{t(`willing.kind.${known(format)}`, { minutes })}</h2>
        <Button kind="plain" aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
          {t(choosing ? 'willing.keepKind' : 'willing.anotherKind')}
        </Button>
      </div>
      <ol className={styles.steps}>
        {steps.map((id) => (
          <li key={id}>{t(`agenda.${id}`)}</li>
        ))}
      </ol>
      {doing?.what === 'choose' && doing.state === 'failed' && <p role="alert">{t('willing.notChosen')}</p>}
      {choosing && (
        <Choice
          legend={t('willing.chooseKind')}
          options={KINDS.map((kind) => ({
            value: nameOf(kind),
            label: t(`willing.kind.${kind.format}`, { minutes: kind.minutes }),
          }))}
          value={nameOf({ format, minutes })}
          onChange={(name) => {
            const kind = KINDS.find((one) => nameOf(one) === name)
            if (kind) onChoose(kind)
            setChoosing(false)
          }}
        />
      )}
    </section>
  )
}

const KINDS = FORMATS.flatMap(({ id, lengths }) => lengths.map(({ minutes }) => ({ format: id, minutes })))
/** A newer server may know formats that have no name here. */
const known = (format: string) => FORMATS.find(({ id }) => id === format)?.id ?? 'other'

const nameOf = ({ format, minutes }: { format: string; minutes: number }) => `${format} ${minutes}`
