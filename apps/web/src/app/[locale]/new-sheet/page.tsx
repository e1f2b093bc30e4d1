import { NewSheet } from '@/features/account/components/new-sheet'
import { SignedIn } from '@/features/account/components/signed-in'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('account', 'newSheet')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <SignedIn needs="open">
        <NewSheet />
      </SignedIn>
    </Messages>
  )
}
