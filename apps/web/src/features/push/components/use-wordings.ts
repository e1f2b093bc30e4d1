import { useLocale } from 'next-intl'
import type { Wording } from '@/lib/notices'
import { titleOf } from '@/unbundled/service-worker/notices.js'

const WORDINGS: readonly Wording[] = ['plain', 'time', 'reminder']

/** An evening, so that the examples are the same at every hour. */
const NOW = new Date(2026, 0, 1, 20, 20).getTime()
const RETURN = new Date(2026, 0, 1, 20, 40).getTime()

/** The short list, least hidden first, as the service worker itself would write it. */
export function useWordings(): readonly { readonly wording: Wording; readonly title: string }[] {
  const locale = useLocale()
  return WORDINGS.map((wording) => ({ wording, title: titleOf(RETURN, { wording, locale }, NOW) }))
}
