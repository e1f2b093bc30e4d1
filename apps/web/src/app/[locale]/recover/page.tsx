import { Recover } from '@/features/account/components/recover'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'recover')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <Recover />
    </Messages>
  )
}
