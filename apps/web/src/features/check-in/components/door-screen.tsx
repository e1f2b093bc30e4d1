'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/button'
import type { Path } from '@/components/go'
import { Shell } from '@/components/shell'
import { Stack } from '@/components/stack'
import { useWayBackFrom } from '@/lib/way-back'
import type { Door } from '../view'

/** Where the next step is another page. The others are done here. */
const NEXT: Partial<Record<Door, Path>> = {
  notLinked: '/link',
  noAgreement: '/agreement',
  tampered: '/agreement',
  blocked: '/link',
}

interface Props {
  door: Door
  onRetry: () => void
  /** What waits for its author before it. */
  children?: ReactNode
}

/** Why the check-in is not here yet, and the one step that leads to it. */
export function DoorScreen({ door, onRetry, children }: Props) {
  const t = useTranslations('check-in.door')
  const unlock = useWayBackFrom('/unlock')
  const signIn = useWayBackFrom('/sign-in')
  const next = door === 'locked' ? unlock : door === 'signedOut' ? signIn : NEXT[door]
  return (
    <Shell kind="bare">
      <Stack place="middle">
        <h1>{t(`${door}.title`)}</h1>
        <p>{t(`${door}.body`)}</p>
        {children}
      </Stack>
      <Stack place="bottom">
        {next ? (
          <ButtonLink to={next}>{t(`${door}.action`)}</ButtonLink>
        ) : (
          <Button onClick={onRetry}>{t(`${door}.action`)}</Button>
        )}
        <ButtonLink to="/" kind="quiet">
          {t('home')}
        </ButtonLink>
      </Stack>
    </Shell>
  )
}
