import { RealBrowserFirst } from '@/features/account/components/real-browser-first'
import { SignIn } from '@/features/account/components/sign-in'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'signIn')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <RealBrowserFirst>
        <SignIn />
      </RealBrowserFirst>
    </Messages>
  )
}
