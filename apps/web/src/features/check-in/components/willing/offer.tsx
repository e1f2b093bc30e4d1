'use client'

import { useLocale, useTranslations } from 'next-intl'
import { lengthWords } from '@/lib/length-words'
import type { StepId } from '../../agenda'
import { known, type OtherName } from '../../names'
import type { WillingView } from '../../view'

interface Props {
  offer: NonNullable<WillingView['offer']>
  /** What it begins with, or goes on with. */
  step: StepId | undefined
  other: OtherName
}

/** Who wants to make something right, and the breather before it. It is answered like any other day's plan. */
export function Offer({ offer: { by, breatherMs }, step, other }: Props) {
  const t = useTranslations('check-in')
  const locale = useLocale()
  return (
    <>
      <p>{t(`repair.by.${by}`, known(other))}</p>
      {breatherMs === null ? (
        step && <p>{t('repair.goesOn', { step: t(`agenda.${step}`) })}</p>
      ) : (
        <p>{t('repair.breather', { length: lengthWords(locale, breatherMs) })}</p>
      )}
    </>
  )
}
