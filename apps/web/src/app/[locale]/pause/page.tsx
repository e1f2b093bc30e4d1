import { PauseNow } from '@/features/check-in/components/pause-now'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'
import { Meanwhile } from '../meanwhile'

export const generateMetadata = titled('check-in', 'pause')

/* An address to keep: opening it is pressing pause. */
export default async function Page(props: LocaleParams) {
  return (
    <Messages
      locale={await localeOf(props)}
      nouns={['check-in', 'calm', 'journal.write', 'kit.here', 'kit.picture', 'help']}
    >
      <PauseNow meanwhile={<Meanwhile />} />
    </Messages>
  )
}
