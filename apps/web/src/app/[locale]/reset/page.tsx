import { ResetPage } from '@/features/account/components/reset'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'reset')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <ResetPage />
    </Messages>
  )
}
