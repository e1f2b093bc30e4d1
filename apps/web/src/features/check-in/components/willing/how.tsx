'use client'

import type { Pace, Way } from '@turnstone/check-in'
import { useTranslations } from 'next-intl'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { RadioBox } from '@/components/radio-box'
import type { HowISpeak } from './use-how'
import styles from './willing.module.css'

const WAYS: readonly Way[] = ['table', 'aloud', 'written']
const PACES: readonly Pace[] = ['timed', 'tenfold', 'off']

interface Props {
  how: HowISpeak
  onChange: (change: Partial<HowISpeak>) => void
}

/** How I would like to speak, as it was last time; the timers behind a small link. */
export function How({ how, onChange }: Props) {
  const t = useTranslations('check-in.willing')
  const [timers, setTimers] = useState(false)
  const name = useId()
  const paces = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // What was pressed is gone; what it was pressed for is there, and in view.
    if (timers) paces.current?.querySelector<HTMLInputElement>(':checked')?.focus()
  }, [timers])
  return (
    <div className={styles.how}>
      <fieldset className={styles.ways}>
        <legend>{t('how')}</legend>
        {WAYS.map((way) => (
          <RadioBox
            key={way}
            shape="bare"
            name={name}
            value={way}
            checked={how.way === way}
            onChoose={() => onChange({ way })}
          >
            {t(`way.${way}`)}
          </RadioBox>
        ))}
      </fieldset>
      <p className={styles.small}>{t(`wayMeans.${how.way}`)}</p>
      {timers ? (
        <div ref={paces}>
          <Choice
            legend={t('timers')}
            options={PACES.map((pace) => ({ value: pace, label: t(`pace.${pace}`) }))}
            value={how.pace}
            onChange={(pace) => onChange({ pace })}
          />
        </div>
      ) : (
        <Button kind="plain" onClick={() => setTimers(true)}>
          {t('timersAre', { pace: how.pace })}
        </Button>
      )}
    </div>
  )
}
