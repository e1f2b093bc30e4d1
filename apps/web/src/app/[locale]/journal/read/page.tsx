import { Suspense } from 'react'
import { SignedIn } from '@/features/account/components/signed-in'
import { ReadPage } from '@/features/journal/components/read-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('journal', 'read')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'journal']}>
      <SignedIn needs="open">
        {/* Which entry it is stands in the query, which only the browser knows. */}
        <Suspense>
          <ReadPage />
        </Suspense>
      </SignedIn>
    </Messages>
  )
}
