'use client'

import type { ReactNode } from 'react'
import { Calm } from '@/components/calm'
import { useGo } from '@/components/go'
import { useAbouts } from '@/features/about/client'
import { useAccount } from '@/features/account/client'
import { type PartnershipState, usePartnership } from '@/features/partnership/client'
import { forgetAskedPause } from '@/lib/asked-pause'
import { useStayOpen } from '@/lib/auto-lock'
import { useArrivedToPause } from '../use-arrived-to-pause'
import { useGestures } from '../use-gestures'
import { useNoticeOutOfSight } from '../use-notice-out-of-sight'
import { usePractice } from '../use-practice'
import { useSession } from '../use-session'
import { useSpokenWord } from '../use-spoken-word'
import { useTried } from '../use-tried'
import type { CheckInView } from '../view'
import { CheckInScreen } from './check-in-screen'
import { LatePause } from './late-pause'
import { SteppedBack } from './stepped-back'

/** `meanwhile`: what helps while everything stands still. */
export function CheckInPage({ meanwhile }: { meanwhile: ReactNode }) {
  const partnership = usePartnership()
  const steppedBack = partnership.kind === 'linked' && partnership.steppedBack
  // Another session: the one before leaves the room, or enters it.
  return <CheckIn key={String(steppedBack)} {...{ partnership, steppedBack, meanwhile }} />
}

/** What no lock comes into by itself. */
const UNDER_WAY: readonly CheckInView['kind'][] = ['live', 'paused', 'returning']

/** Where the button would pause, and nowhere else. */
const MAY_PAUSE: readonly CheckInView['kind'][] = ['willing', 'live', 'returning']

interface Props {
  partnership: PartnershipState
  steppedBack: boolean
  meanwhile: ReactNode
}

function CheckIn({ partnership, steppedBack, meanwhile }: Props) {
  const account = useAccount()
  // Without the key a person can still pause and end; the names and the words wait for it.
  const hasKey = account.kind === 'signed-in' && account.vault.kind === 'open'
  const isKnown = account.kind !== 'unknown' && partnership.kind !== 'unknown'
  const hasNames = hasKey && partnership.kind === 'linked'
  const { shown, actions, ourWord } = useSession(isKnown ? (hasNames ? 'open' : 'locked') : 'opening')
  useNoticeOutOfSight(shown.view)
  useStayOpen(UNDER_WAY.includes(shown.view.kind))
  usePractice(shown.view, actions, !steppedBack)
  const pausing = useArrivedToPause(shown.view, actions.pause)
  const view = pausing.kind === 'here' ? pausing.view : shown.view
  const mayPause = pausing.kind === 'here' && MAY_PAUSE.includes(view.kind)
  const { tried, note, actions: noting } = useTried(view.kind === 'live' && view.live.practice, actions)
  const deafTo = {
    motion: useGestures(mayPause, (gesture) => {
      note(gesture)
      actions.pauseByGesture()
    }),
    speech: useSpokenWord(mayPause, ourWord, () => {
      note('speech')
      actions.ourWordAloud()
    }),
  }
  const { replace } = useGo()
  const myName = partnership.kind === 'linked' ? partnership.myName : null
  useAbouts(partnership)
  const other = partnership.kind === 'linked' ? partnership.partner.name : null
  const leave = () => {
    forgetAskedPause()
    replace('/')
  }
  if (pausing.kind === 'late') return <LatePause asked={pausing.asked} onAgain={pausing.press} onLeave={leave} />
  if (pausing.kind === 'calm') {
    return (
      <Calm returnAtMs={pausing.asked.returnAtMs} onBack={leave}>
        {meanwhile}
      </Calm>
    )
  }
  if (steppedBack && view.kind !== 'paused' && view.kind !== 'ended') return <SteppedBack onPause={pausing.press} />
  return (
    <CheckInScreen
      view={partnership.kind === 'blocked' ? behindBlockedKeys(view) : view}
      me={shown.me}
      mine={hasKey ? (myName ?? account.vault.name) : null}
      other={other}
      ending={shown.ending}
      closing={shown.closing}
      checkInId={shown.checkInId}
      unsent={shown.unsent}
      hasKey={hasKey}
      ourWord={ourWord}
      deafTo={deafTo}
      tried={tried}
      actions={noting}
      meanwhile={meanwhile}
    />
  )
}

/** With keys that are not the pinned ones nothing goes on; what has stopped stays stopped. */
const behindBlockedKeys = (view: CheckInView): CheckInView =>
  view.kind === 'paused' || view.kind === 'ended' ? view : { kind: 'door', door: 'blocked' }
