'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useState } from 'react'
import { Go } from '@/components/go'
import { InAppBrowser } from '@/components/in-app-browser'
import { OtherLanguage } from '@/components/other-language'
import { ProblemNotice } from '@/components/problem-notice'
import { Shell } from '@/components/shell'
import { Waiting } from '@/components/waiting'
import { useAccount } from '@/features/account/client'
import { type Problem, problemOf } from '@/lib/errors'
import { isInAppBrowserHere } from '@/lib/in-app-browser'
import {
  dropInvitation,
  invitationInHand,
  invitationLookedAt,
  keepInvitation,
  markInvitationLookedAt,
} from '@/lib/invitation-in-hand'
import { type Asked, linkTo, openInvitation, usePartnership } from '../client'
import { Blocked } from './blocked'
import { InviteAnswer } from './invite-answer'
import { InviteAsks } from './invite-asks'
import { InviteFailed, isInvitationFailure } from './invite-failed'
import { InviteDeclined, InviteWaiting } from './invite-outcomes'
import { Linked } from './linked'

type Stage =
  | { readonly kind: 'reading' }
  | { readonly kind: 'none' | 'incomplete' }
  | { readonly kind: 'in-app'; readonly secret: string }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly secret: string }
  | { readonly kind: 'asks'; readonly asked: Asked }
  | { readonly kind: 'looks'; readonly asked: Asked }
  | { readonly kind: 'declined' }

const READING: Stage = { kind: 'reading' }
const SECRET = /^[A-Za-z0-9_-]{22}$/

/** The link's secret, taken out of the address bar at once. It survives sign-up in this tab. */
function takeSecret(): string | null {
  const fragment = location.hash.slice(1)
  if (fragment) {
    keepInvitation(fragment)
    history.replaceState(history.state, '', location.pathname)
  }
  return invitationInHand()
}

/** The invited person's side, with an account or without. */
export function InvitePage() {
  const account = useAccount()
  const partnership = usePartnership()
  const common = useTranslations('common')
  const [stage, setStage] = useState<Stage>(READING)

  const open = useCallback(async (secret: string) => {
    setStage(READING)
    try {
      const asked = await openInvitation(secret)
      setStage({ kind: invitationLookedAt() ? 'looks' : 'asks', asked })
    } catch (thrown) {
      setStage({ kind: 'failed', problem: problemOf(thrown), secret })
    }
  }, [])

  const start = useCallback(
    async (secret: string | null) => {
      // After *Not now*, and a reload: nothing is broken, there is only nothing open.
      if (!secret) setStage({ kind: 'none' })
      else if (!SECRET.test(secret)) {
        dropInvitation()
        setStage({ kind: 'incomplete' })
      } else if (isInAppBrowserHere()) setStage({ kind: 'in-app', secret })
      else await open(secret)
    },
    [open],
  )
  useEffect(() => {
    const secret = takeSecret()
    queueMicrotask(() => void start(secret))
  }, [start])

  const decline = () => {
    dropInvitation()
    setStage({ kind: 'declined' })
  }

  const inside = () => {
    if (partnership.kind === 'linked') return <Linked name={partnership.partner.name} />
    if (partnership.kind === 'blocked') return <Blocked link={partnership} />
    const answered = partnership.kind === 'alone' && stage.kind !== 'asks' && stage.kind !== 'looks'
    if (answered && partnership.waitingFor) return <InviteWaiting name={partnership.waitingFor.name} />
    switch (stage.kind) {
      case 'reading':
        return <Waiting />
      case 'none':
      case 'incomplete':
        return <InviteFailed code={stage.kind} />
      case 'in-app':
        return <InAppBrowser link={linkTo(stage.secret)} anyway={() => void open(stage.secret)} />
      case 'failed':
        if (isInvitationFailure(stage.problem.code)) return <InviteFailed code={stage.problem.code} />
        return <ProblemNotice problem={stage.problem} retry={() => void open(stage.secret)} />
      case 'asks':
        return (
          <InviteAsks
            name={stage.asked.person.name}
            look={() => {
              markInvitationLookedAt()
              setStage({ kind: 'looks', asked: stage.asked })
            }}
            decline={decline}
          />
        )
      case 'looks':
        return (
          <InviteAnswer
            asked={stage.asked}
            account={account}
            decline={decline}
            failed={(problem) => setStage({ kind: 'failed', problem, secret: stage.asked.secret })}
            accepted={() => setStage(READING)}
          />
        )
      case 'declined':
        return <InviteDeclined />
    }
  }

  return (
    <Shell kind="bare" foot={account.kind === 'signed-in' ? <Go to="/">{common('home')}</Go> : <OtherLanguage />}>
      {inside()}
    </Shell>
  )
}
