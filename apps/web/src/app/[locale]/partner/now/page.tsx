import { SignedIn } from '@/features/account/components/signed-in'
import { UnlinkPage } from '@/features/partnership/components/unlink-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

/* Neither path nor title says what this is: both stay in the browser's history. */
export const generateMetadata = titled('account', 'settings')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'partnership']}>
      <SignedIn needs="session">
        <UnlinkPage />
      </SignedIn>
    </Messages>
  )
}
