import { LookPage } from '@/features/look/components/look-page'
import { type LocaleParams, localeOf, Messages } from '@/i18n/page'

export const metadata = { title: 'Look' }

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['home', 'journal', 'check-in']}>
      <LookPage />
    </Messages>
  )
}
