import { CalmTools } from '@/features/calm/components/calm-tools'
import { CheckInPage } from '@/features/check-in/components/check-in-page'
import { WriteHere } from '@/features/journal/components/write-here'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('check-in', 'checkIn')

/* Not behind a gate: a pause that was pressed before a reload stands before anybody is asked who is here. */
export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['check-in', 'table', 'closing', 'calm', 'journal', 'signals']}>
      <CheckInPage meanwhile={<CalmTools write={<WriteHere />} />} />
    </Messages>
  )
}
