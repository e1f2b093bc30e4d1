import { SignedIn } from '@/features/account/components/signed-in'
import { UnlockPage } from '@/features/account/components/unlock-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'unlock')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <SignedIn needs="session">
        <UnlockPage />
      </SignedIn>
    </Messages>
  )
}
