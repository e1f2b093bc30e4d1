import { HomePage } from '@/features/home/components/home-page'
import { type LocaleParams, localeOf, Messages } from '@/i18n/page'
import { Meanwhile } from './meanwhile'

export default async function Page(props: LocaleParams) {
  return (
    <Messages
      locale={await localeOf(props)}
      nouns={['home', 'calm', 'journal.write', 'kit.here', 'kit.picture', 'help']}
    >
      <HomePage meanwhile={<Meanwhile />} />
    </Messages>
  )
}
