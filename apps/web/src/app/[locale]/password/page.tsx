import { ChangePassword } from '@/features/account/components/change-password'
import { SignedIn } from '@/features/account/components/signed-in'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'password')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <SignedIn needs="open">
        <ChangePassword />
      </SignedIn>
    </Messages>
  )
}
