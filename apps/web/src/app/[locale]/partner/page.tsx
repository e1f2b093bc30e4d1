import { SignedIn } from '@/features/account/components/signed-in'
import { PartnerPage } from '@/features/partnership/components/partner-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('partnership', 'partner')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'partnership']}>
      <SignedIn needs="open">
        <PartnerPage />
      </SignedIn>
    </Messages>
  )
}
