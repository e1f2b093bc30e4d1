'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/button'
import { type GroundingStep, SENSES, stepAfter, stepBefore } from '../grounding'
import styles from './grounding.module.css'

/** One sense at a time, as slowly as one likes. Nothing is typed, and nothing of it stays. */
export function Grounding() {
  const t = useTranslations('calm.grounding')
  const [{ step, moved }, setAt] = useState<{ step: GroundingStep; moved: boolean }>({ step: 'see', moved: false })
  const before = stepBefore(step)
  const goTo = (to: GroundingStep) => setAt({ step: to, moved: true })
  return (
    <>
      <Words key={step} step={step} focus={moved} />
      <div className={styles.ways}>
        <Button size="large" onClick={() => goTo(stepAfter(step))}>
          {t(step === 'here' ? 'again' : 'next')}
        </Button>
        {before && (
          <Button kind="plain" onClick={() => goTo(before)}>
            {t('before')}
          </Button>
        )}
      </div>
    </>
  )
}

/** The first words are read after the title of the whole; to the others the focus goes, so that they are read too. */
function Words({ step, focus }: { step: GroundingStep; focus: boolean }) {
  const t = useTranslations('calm.grounding.steps')
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  const count = SENSES.find(({ sense }) => sense === step)?.count ?? 0
  return (
    <div className={styles.step}>
      <svg className={styles.pebbles} viewBox="0 0 200 40" aria-hidden="true">
        {PEBBLES.slice(0, count).map((nth) => (
          <ellipse key={nth} cx={100 + (nth - (count - 1) / 2) * 40} cy="20" rx="15" ry="10" />
        ))}
      </svg>
      <h3 ref={heading} tabIndex={-1} className={styles.words}>
        {t(`${step}.title`)}
      </h3>
      <p>{t(`${step}.how`)}</p>
    </div>
  )
}

const PEBBLES = [0, 1, 2, 3, 4] as const
