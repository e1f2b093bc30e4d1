'use client'

import type { PhraseMatcher, Seat } from '@turnstone/check-in'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Room } from '@/components/room'
import { Shell } from '@/components/shell'
import { Waiting } from '@/components/waiting'
import type { OtherName } from '../names'
import { NO_WORDS } from '../reentry'
import { joined } from '../unsaid'
import type { Signal } from '../use-tried'
import { useUnsaid } from '../use-unsaid'
import type { CheckInActions, CheckInView, Ending, Unsent } from '../view'
import { Announcer } from './announcer'
import { ClosingScreen } from './closing/closing-screen'
import { EndedScreen } from './closing/ended-screen'
import { NotSaid } from './closing/not-said'
import { ComingBackScreen } from './coming-back/coming-back-screen'
import { DoorScreen } from './door-screen'
import { AsideScreen } from './live/aside-screen'
import { LiveScreen } from './live/live-screen'
import { type OnUnshared, type Unshared, unsaidText } from './live/unshared'
import { ToClose } from './nothing-more'
import { PauseBar } from './pause-bar'
import { PausedScreen } from './paused-screen'
import { Deaf, type DeafTo } from './signals/deaf'
import { TableMode } from './table/table-mode'
import { sceneOf, useFocusAt } from './use-focus-at'
import { WillingScreen } from './willing/willing-screen'

interface Props {
  view: CheckInView
  me: Seat
  /** My own name, for a phone that lies between two people. */
  mine: string | null
  other: OtherName
  ending: Ending
  /** Null where there is nothing of mine to close. */
  closing: Ending | null
  checkInId: string | null
  unsent: readonly Unsent[]
  /** Whether what I wrote can be sealed, and may be shown. */
  hasKey: boolean
  ourWord: PhraseMatcher
  deafTo: DeafTo
  tried: ReadonlySet<Signal>
  actions: CheckInActions
  /** What helps while it is paused. */
  meanwhile: ReactNode
}

const NOTHING: Unshared = { draft: '', heard: '', line: '', thanks: '', reentry: NO_WORDS, notes: '', writes: 'no' }

/** A check-in in whatever state it is in. What I wrote and did not send outlives a pause, a reload and the end. */
export function CheckInScreen({ view, other, actions, checkInId, unsent, hasKey, closing, ...rest }: Props) {
  const [unshared, setUnshared] = useState(NOTHING)
  const onUnshared = useCallback((change: Partial<Unshared>) => setUnshared((now) => ({ ...now, ...change })), [])
  const onTakenUp = useCallback(
    (text: string) => setUnshared((now) => ({ ...now, draft: joined([text, now.draft]), writes: 'yes' })),
    [],
  )
  const isOver = view.kind === 'ended'
  const text = unsaidText(unsent, unshared, isOver)
  const { pages, keep, letGo } = useUnsaid({ checkInId, text, view: view.kind, hasKey, onTakenUp })
  const notSaid = <NotSaid pages={pages} onKeep={keep} onLetGo={letGo} />
  return (
    <>
      <Announcer view={view} other={other} />
      <ToClose value={closing === null ? null : { closing, onClose: actions.nothingMore }}>
        <Body {...rest} {...{ view, other, actions, unshared, onUnshared, notSaid }} />
      </ToClose>
    </>
  )
}

interface BodyProps extends Omit<Props, 'checkInId' | 'unsent' | 'hasKey' | 'closing'> {
  unshared: Unshared
  onUnshared: OnUnshared
  notSaid: ReactNode
}

function Body(props: BodyProps) {
  const { view, me, mine, other, ending, ourWord, deafTo, tried, actions, meanwhile } = props
  const { unshared, onUnshared, notSaid } = props
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
          <DoorScreen door={view.door} onRetry={actions.retry}>
            {view.door === 'notLinked' && notSaid}
          </DoorScreen>
          {view.door === 'locked' && <PauseBar onPause={actions.pause} onKey={actions.pauseByKey} />}
        </>
      )
    case 'ended':
      return (
        <EndedScreen {...view} other={other} actions={actions}>
          {notSaid}
        </EndedScreen>
      )
    case 'paused':
      return (
        <Room frozen>
          <PausedScreen paused={view.paused} other={other} ending={ending} actions={actions}>
            {meanwhile}
          </PausedScreen>
        </Room>
      )
    case 'returning':
      return (
        <Room thawing={thawing} edge={<PauseBar onPause={actions.pause} onKey={actions.pauseByKey} />}>
          <ComingBackScreen
            returning={view.returning}
            {...{ me, other, ending, ourWord, actions, unshared, onUnshared }}
          />
        </Room>
      )
    case 'willing':
      return (
        <Room thawing={thawing} edge={<PauseBar onPause={actions.pause} onKey={actions.pauseByKey} />}>
          <WillingScreen key={view.willing.checkInId} willing={view.willing} me={me} other={other} actions={actions}>
            <Deaf to={deafTo} />
            {notSaid}
          </WillingScreen>
        </Room>
      )
    case 'live': {
      const { live } = view
      const shared = { live, other, ending, ourWord, actions, unshared, onUnshared }
      if (live.way === 'table')
        return <TableMode {...shared} me={me} names={{ me: mine, them: other }} thawing={thawing} />
      const isClosing = live.floor.kind === 'closing' && !live.aside
      return (
        <Room fit={!isClosing} thawing={thawing} edge={<PauseBar onPause={actions.pause} onKey={actions.pauseByKey} />}>
          {live.aside && <AsideScreen aside={live.aside} live={live} ending={ending} actions={actions} />}
          {isClosing && <ClosingScreen {...shared} />}
          {!live.aside && !isClosing && <LiveScreen {...shared} me={me} tried={tried} />}
        </Room>
      )
    }
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
