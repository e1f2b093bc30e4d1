'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext } from 'react'
import type { Ending } from '../view'
import { TwoTaps } from './two-taps'

/** What is to be made right with me, and how far closing it is; null where there is nothing of mine to close. */
export const ToClose = createContext<{ readonly closing: Ending; readonly onClose: () => void } | null>(null)

/** Beside every way to end. It takes no reason, and nobody is asked again. */
export function NothingMore() {
  const t = useTranslations('check-in.repair.nothingMore')
  const toClose = useContext(ToClose)
  if (!toClose) return null
  const words = { action: t('action'), ask: t('ask'), yes: t('yes'), no: t('no'), failed: t('failed') }
  return (
    <TwoTaps ending={toClose.closing} onYes={toClose.onClose} kind="plain" words={words}>
      <p>{t('what')}</p>
    </TwoTaps>
  )
}
