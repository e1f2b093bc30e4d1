import { CalmTools } from '@/features/calm/components/calm-tools'
import { HomePage } from '@/features/home/components/home-page'
import { WriteHere } from '@/features/journal/components/write-here'
import { type LocaleParams, localeOf, Messages } from '@/i18n/page'

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['home', 'calm', 'journal']}>
      <HomePage meanwhile={<CalmTools write={<WriteHere />} />} />
    </Messages>
  )
}
