'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/button'
import { Stack } from '@/components/stack'
import { Title } from '@/components/title'
import type { ProblemCode } from '@/lib/errors'

const WORDS = {
  none: 'none',
  incomplete: 'incomplete',
  invitation_unknown: 'unknown',
  invitation_expired: 'expired',
  invitation_used: 'used',
  invitation_own: 'own',
  already_linked: 'linked',
  tampered: 'tampered',
} as const

type Failure = keyof typeof WORDS

export const isInvitationFailure = (code: ProblemCode): code is Failure & ProblemCode => Object.hasOwn(WORDS, code)

/** Each way an invitation can fail has its own calm screen. */
export function InviteFailed({ code }: { code: Failure }) {
  const t = useTranslations('partnership.failed')
  const common = useTranslations('common')
  return (
    <Stack place="middle">
      <Title focus>{t(`${WORDS[code]}Title`)}</Title>
      <p>{t(`${WORDS[code]}Text`)}</p>
      {code === 'invitation_own' ? (
        <ButtonLink to="/link">{t('ownAction')}</ButtonLink>
      ) : (
        <ButtonLink to="/" kind="quiet">
          {common('home')}
        </ButtonLink>
      )}
    </Stack>
  )
}
