import { SignedIn } from '@/features/account/components/signed-in'
import { WritePage } from '@/features/journal/components/write-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('journal', 'write')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'journal']}>
      <SignedIn needs="open">
        <WritePage />
      </SignedIn>
    </Messages>
  )
}
