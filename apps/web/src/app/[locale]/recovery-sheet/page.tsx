import type { Metadata } from 'next'
import { RecoverySheet } from '@/features/account/components/recovery-sheet'
import { SignedIn } from '@/features/account/components/signed-in'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

/** Without the app's name: browsers print the title, and call the file by it. */
export async function generateMetadata(props: LocaleParams): Promise<Metadata> {
  const { title } = await titled('account', 'sheet')(props)
  return { title: { absolute: typeof title === 'string' ? title : '' } }
}

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['account']}>
      <SignedIn needs="open">
        <RecoverySheet />
      </SignedIn>
    </Messages>
  )
}
