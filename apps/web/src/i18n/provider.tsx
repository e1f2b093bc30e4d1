'use client'

import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import type { Locale } from './locales'

interface Props {
  locale: Locale
  messages: AbstractIntlMessages
  children: ReactNode
}

/* The time zone is the reader's; nothing rendered on the server shows a time, so UTC there is never seen. */
const timeZone = typeof window === 'undefined' ? 'UTC' : Intl.DateTimeFormat().resolvedOptions().timeZone

export function Provider({ locale, messages, children }: Props) {
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  )
}
