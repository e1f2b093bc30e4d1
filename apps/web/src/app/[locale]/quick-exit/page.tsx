import { QuickExitPage } from '@/features/device/components/quick-exit-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('device', 'quickExit')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['device']}>
      <QuickExitPage />
    </Messages>
  )
}
