import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Document } from '@/components/document'
import { Watch } from '@/features/account/components/watch'
import { generateStaticParams, type LocaleParams, localeOf } from '@/i18n/page'

export { generateStaticParams }
export const dynamicParams = false

export const metadata: Metadata = {
  title: { default: 'Turnstone', template: '%s · Turnstone' },
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, email: false, address: false, date: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f8f5ee' },
    { media: '(prefers-color-scheme: dark)', color: '#12161f' },
  ],
}

export default async function LocaleLayout({ children, ...props }: LocaleParams & { children: ReactNode }) {
  const locale = await localeOf(props)
  return (
    <Document locale={locale}>
      <Watch locale={locale} />
      {children}
    </Document>
  )
}
