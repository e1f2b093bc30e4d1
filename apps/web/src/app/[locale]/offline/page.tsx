import { OfflinePage } from '@/features/device/components/offline-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('device', 'offline')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['device']}>
      <OfflinePage />
    </Messages>
  )
}
