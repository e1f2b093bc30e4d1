import { SignedIn } from '@/features/account/components/signed-in'
import { AgreementPage } from '@/features/agreement/components/agreement-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('agreement', 'agreement')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'agreement']}>
      <SignedIn needs="open">
        <AgreementPage />
      </SignedIn>
    </Messages>
  )
}
