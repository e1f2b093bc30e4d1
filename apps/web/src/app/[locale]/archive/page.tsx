import { Suspense } from 'react'
import { SignedIn } from '@/features/account/components/signed-in'
import { ArchivePage } from '@/features/journal/components/archive-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('journal', 'archive')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'journal']}>
      <SignedIn needs="open">
        {/* Whose it is stands in the query, which only the browser knows. */}
        <Suspense>
          <ArchivePage />
        </Suspense>
      </SignedIn>
    </Messages>
  )
}
