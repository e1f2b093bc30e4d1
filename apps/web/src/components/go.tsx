'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { type ReactNode, useMemo } from 'react'

export type Path = `/${string}`
/** When the other page is fetched: once the link is seen, once somebody reaches for it, or not before it is opened. */
export type Fetched = 'seen' | 'reached' | 'opened'

interface GoProps {
  to: Path
  className?: string | undefined
  fetched?: Fetched
  children: ReactNode
}

/** A link to another page in the reader's language. */
export function Go({ to, fetched = 'seen', ...props }: GoProps) {
  const href = localized(useLocale(), to)
  const router = useRouter()
  if (fetched === 'seen') return <Link href={href} {...props} />
  if (fetched === 'opened') return <Link href={href} prefetch={false} {...props} />
  const fetch = () => router.prefetch(href)
  return <Link href={href} prefetch={false} onPointerEnter={fetch} onPointerDown={fetch} onFocus={fetch} {...props} />
}

/** Goes to another page in the reader's language; `replace` leaves no way back to this one. */
export function useGo(): { go: (to: Path) => void; replace: (to: Path) => void } {
  const router = useRouter()
  const locale = useLocale()
  return useMemo(
    () => ({ go: (to) => router.push(localized(locale, to)), replace: (to) => router.replace(localized(locale, to)) }),
    [router, locale],
  )
}

const localized = (locale: string, to: Path) => (to === '/' ? `/${locale}` : `/${locale}${to}`)
