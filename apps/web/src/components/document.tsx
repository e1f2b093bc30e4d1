import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locales'
import { sans, serif } from '@/styles/fonts'
import '@/styles/tokens.css'
import '@/styles/global.css'

export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale} className={`${sans.variable} ${serif.variable}`}>
      <body>{children}</body>
    </html>
  )
}
