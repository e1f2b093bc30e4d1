import { Suspense } from 'react'
import { SignedIn } from '@/features/account/components/signed-in'
import { HistoryPage } from '@/features/agreement/components/history-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('agreement', 'agreement')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'agreement']}>
      <SignedIn needs="open">
        {/* Whose it is stands in the query, which only the browser knows. */}
        <Suspense>
          <HistoryPage />
        </Suspense>
      </SignedIn>
    </Messages>
  )
}
