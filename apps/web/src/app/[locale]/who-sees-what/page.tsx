import { WhoSeesWhat } from '@/features/account/components/who-sees-what'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'whoSees')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <WhoSeesWhat />
    </Messages>
  )
}
