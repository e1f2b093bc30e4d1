import type { ReactNode } from 'react'
import type { Locale } from '@/i18n/locales'
import { sans, serif } from '@/styles/fonts'
import '@/styles/tokens.css'
import '@/styles/global.css'

/* Runs before the first paint, so that a signed-in person never sees the landing page flash by. */
const HINT = "document.documentElement.dataset.session=localStorage.getItem('turnstone.session')==='in'?'in':'out'"

export function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  return (
    <html lang={locale} className={`${sans.variable} ${serif.variable}`} suppressHydrationWarning>
      {/* biome-ignore lint/style/noHeadElement: next/head is for the pages router */}
      <head>
        <script>{HINT}</script>
      </head>
      <body>{children}</body>
    </html>
  )
}
