import { HelpPage } from '@/features/help/components/help-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('help', 'help')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['help']}>
      <HelpPage />
    </Messages>
  )
}
