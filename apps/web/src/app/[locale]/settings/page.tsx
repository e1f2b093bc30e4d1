import { Settings } from '@/features/account/components/settings'
import { SignedIn } from '@/features/account/components/signed-in'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'settings')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <SignedIn needs="session">
        <Settings />
      </SignedIn>
    </Messages>
  )
}
