import { SignedIn } from '@/features/account/components/signed-in'
import { LinkPage } from '@/features/partnership/components/link-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('partnership', 'link')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'partnership']}>
      <SignedIn needs="open">
        <LinkPage />
      </SignedIn>
    </Messages>
  )
}
