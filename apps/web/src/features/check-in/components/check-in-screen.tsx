'use client'

import type { PhraseMatcher, Seat } from '@turnstone/check-in'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Room } from '@/components/room'
import { Shell } from '@/components/shell'
import { Waiting } from '@/components/waiting'
import type { OtherName } from '../names'
import type { CheckInActions, CheckInView, Ending } from '../view'
import { Announcer } from './announcer'
import { DoorScreen } from './door-screen'
import { EndedScreen } from './ended-screen'
import { AsideScreen } from './live/aside-screen'
import { LiveScreen } from './live/live-screen'
import type { Unshared } from './live/unshared'
import { PauseBar } from './pause-bar'
import { PausedScreen } from './paused-screen'
import { sceneOf, useFocusAt } from './use-focus-at'
import { WillingScreen } from './willing-screen'

interface Props {
  view: CheckInView
  me: Seat
  other: OtherName
  ending: Ending
  ourWord: PhraseMatcher
  actions: CheckInActions
}

const NOTHING: Unshared = { draft: '', heard: '', notes: '', writes: false }

/** A check-in in whatever state it is in. What I wrote and did not send outlives a pause, and nothing else. */
export function CheckInScreen({ view, other, actions, ...rest }: Props) {
  const [unshared, setUnshared] = useState(NOTHING)
  const onUnshared = useCallback((change: Partial<Unshared>) => setUnshared((now) => ({ ...now, ...change })), [])
  return (
    <>
      <Announcer view={view} other={other} />
      <Body {...rest} view={view} other={other} actions={actions} unshared={unshared} onUnshared={onUnshared} />
    </>
  )
}

interface BodyProps extends Props {
  unshared: Unshared
  onUnshared: (change: Partial<Unshared>) => void
}

function Body({ view, me, other, ending, ourWord, actions, unshared, onUnshared }: BodyProps) {
  const thawing = useCameFromPause(view.kind)
  useFocusAt(sceneOf(view))
  switch (view.kind) {
    case 'opening':
      return (
        <Shell kind="bare">
          <Waiting />
        </Shell>
      )
    case 'door':
      return (
        <>
          <DoorScreen door={view.door} onRetry={actions.retry} />
          {view.door === 'locked' && <PauseBar onPause={actions.pause} />}
        </>
      )
    case 'ended':
      return <EndedScreen recording={view.recording} />
    case 'paused':
      return (
        <Room frozen>
          <PausedScreen paused={view.paused} ending={ending} actions={actions} />
        </Room>
      )
    case 'willing':
      return (
        <Room thawing={thawing} edge={<PauseBar onPause={actions.pause} />}>
          <WillingScreen willing={view.willing} actions={actions} />
        </Room>
      )
    case 'live':
      return (
        <Room fit thawing={thawing} edge={<PauseBar onPause={actions.pause} />}>
          {view.live.aside ? (
            <AsideScreen aside={view.live.aside} live={view.live} ending={ending} actions={actions} />
          ) : (
            <LiveScreen
              live={view.live}
              me={me}
              other={other}
              ending={ending}
              unshared={unshared}
              onUnshared={onUnshared}
              ourWord={ourWord}
              actions={actions}
            />
          )}
        </Room>
      )
  }
}

/** True on the first screens after a pause: the way out is slow. */
function useCameFromPause(kind: CheckInView['kind']): boolean {
  const last = useRef(kind)
  const [from, setFrom] = useState<CheckInView['kind']>(kind)
  useEffect(() => {
    if (last.current === kind) return
    setFrom(last.current)
    last.current = kind
  }, [kind])
  return from === 'paused'
}
