import { SignedIn } from '@/features/account/components/signed-in'
import { JottingsPage } from '@/features/jottings/components/jottings-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('jottings', 'jottings')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'jottings']}>
      <SignedIn needs="open">
        <JottingsPage />
      </SignedIn>
    </Messages>
  )
}
