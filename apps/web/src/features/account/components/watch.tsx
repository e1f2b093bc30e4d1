'use client'

import { lazy, Suspense } from 'react'
import type { Locale } from '@/i18n/locales'
import { useStore } from '@/lib/store'
import { accountStore, UNKNOWN } from '../store'

const Watching = lazy(() => import('./watching'))

/** On every page, as soon as somebody is signed in: closes the pages when nobody is here, and tells of new devices. */
export function Watch({ locale }: { locale: Locale }) {
  const state = useStore(accountStore, UNKNOWN)
  if (state.kind !== 'signed-in') return null
  return (
    <Suspense fallback={null}>
      <Watching locale={locale} />
    </Suspense>
  )
}
