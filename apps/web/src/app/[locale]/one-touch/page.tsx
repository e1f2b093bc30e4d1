import { PasskeyOffer } from '@/features/account/components/passkey-offer'
import { SignedIn } from '@/features/account/components/signed-in'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'oneTouch')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <SignedIn needs="open">
        <PasskeyOffer />
      </SignedIn>
    </Messages>
  )
}
