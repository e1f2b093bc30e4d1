import { SignedIn } from '@/features/account/components/signed-in'
import { ThanksPage } from '@/features/journal/components/thanks-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('journal', 'thanks')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'journal']}>
      <SignedIn needs="open">
        <ThanksPage />
      </SignedIn>
    </Messages>
  )
}
