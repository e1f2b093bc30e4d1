import { CheckInPage } from '@/features/check-in/components/check-in-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'
import { Meanwhile } from '../meanwhile'

export const generateMetadata = titled('check-in', 'checkIn')

/* Not behind a gate: a pause that was pressed before a reload stands before anybody is asked who is here. */
export default async function Page(props: LocaleParams) {
  return (
    <Messages
      locale={await localeOf(props)}
      nouns={['check-in', 'table', 'closing', 'calm', 'journal', 'kit', 'help', 'signals']}
    >
      <CheckInPage meanwhile={<Meanwhile />} />
    </Messages>
  )
}
