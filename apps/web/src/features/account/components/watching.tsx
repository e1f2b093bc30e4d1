'use client'

import { usePathname } from 'next/navigation'
import type { AbstractIntlMessages } from 'next-intl'
import { useEffect, useState } from 'react'
import { keepUp } from '@/features/push/client'
import type { Locale } from '@/i18n/locales'
import { Provider } from '@/i18n/provider'
import { useAccount } from '../client'
import { NewDevices } from './new-devices'
import { useAutoLock } from './use-auto-lock'

/** Loaded after the page is there. Its words come with it, in the page's language. */
export default function Watching({ locale }: { locale: Locale }) {
  const account = useAccount()
  const open = account.kind === 'signed-in' && account.vault.kind === 'open'
  useAutoLock(open)
  // What fails is tried again when the app is opened next.
  useEffect(() => void Promise.allSettled([keepUp(locale)]), [locale])
  const words = useWords(locale)
  const path = usePathname()
  // Nothing comes between two people in a check-in.
  if (!words || path.endsWith('/check-in')) return null
  return (
    <Provider locale={locale} messages={words}>
      <NewDevices open={open} />
    </Provider>
  )
}

/** Neither the page nor its first load has these words. */
function useWords(locale: Locale): AbstractIntlMessages | null {
  const [words, setWords] = useState<AbstractIntlMessages | null>(null)
  useEffect(() => {
    const load = async () => {
      const [watch, common] = await Promise.all([
        import(`@/messages/${locale}/watch.json`) as Promise<{ default: AbstractIntlMessages }>,
        import(`@/messages/${locale}/common.json`) as Promise<{ default: AbstractIntlMessages }>,
      ])
      setWords({ watch: watch.default, common: common.default })
    }
    // Without a network the words come with the next page; the lock needs none.
    void load().catch(() => {})
  }, [locale])
  return words
}
