import { LockSooner } from '@/features/account/components/lock-sooner'
import { SignedIn } from '@/features/account/components/signed-in'
import { JournalPage } from '@/features/journal/components/journal-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('journal', 'journal')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account', 'journal']}>
      <SignedIn needs="open">
        <LockSooner />
        <JournalPage room="drawer" />
      </SignedIn>
    </Messages>
  )
}
