import { SignedIn } from '@/features/account/components/signed-in'
import { RegisterPage } from '@/features/register/components/register-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('register', 'register')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'register']}>
      <SignedIn needs="open">
        <RegisterPage />
      </SignedIn>
    </Messages>
  )
}
