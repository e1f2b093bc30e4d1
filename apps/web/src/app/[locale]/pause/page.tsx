import { CalmTools } from '@/features/calm/components/calm-tools'
import { PauseNow } from '@/features/check-in/components/pause-now'
import { WriteHere } from '@/features/journal/components/write-here'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('check-in', 'pause')

/* An address to keep: opening it is pressing pause. */
export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['check-in', 'calm', 'journal']}>
      <PauseNow meanwhile={<CalmTools write={<WriteHere />} />} />
    </Messages>
  )
}
