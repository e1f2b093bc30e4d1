import { InvitePage } from '@/features/partnership/components/invite-page'
import { type LocaleParams, localeOf, Messages, titled } from '@/i18n/page'

export const generateMetadata = titled('partnership', 'invite')

export default async function Page(props: LocaleParams) {
  return (
    <Messages locale={await localeOf(props)} nouns={['partnership']}>
      <InvitePage />
    </Messages>
  )
}
