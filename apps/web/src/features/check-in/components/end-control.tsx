'use client'

import { useTranslations } from 'next-intl'
import type { Ending } from '../view'
import { NothingMore } from './nothing-more'
import { TwoTaps } from './two-taps'

interface Props {
  ending: Ending
  onEnd: () => void
  kind: 'quiet' | 'plain'
}

/** Ending needs nobody else. */
export function EndControl({ ending, onEnd, kind }: Props) {
  const t = useTranslations('check-in.end')
  const words = { action: t('action'), ask: t('ask'), yes: t('yes'), no: t('no'), failed: t('failed') }
  return (
    <>
      <TwoTaps ending={ending} onYes={onEnd} kind={kind} words={words} />
      <NothingMore />
    </>
  )
}
