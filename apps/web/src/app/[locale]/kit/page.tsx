import { SignedIn } from '@/features/account/components/signed-in'
import { KitPage } from '@/features/kit/components/kit-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('kit', 'kit')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'kit']}>
      <SignedIn needs="open">
        <KitPage />
      </SignedIn>
    </Messages>
  )
}
