import { RealBrowserFirst } from '@/features/account/components/real-browser-first'
import { SignUp } from '@/features/account/components/sign-up'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'signUp')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <RealBrowserFirst>
        <SignUp />
      </RealBrowserFirst>
    </Messages>
  )
}
