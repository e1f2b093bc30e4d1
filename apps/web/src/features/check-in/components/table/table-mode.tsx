'use client'

import type { PhraseMatcher, Seat } from '@turnstone/check-in'
import { Room } from '@/components/room'
import type { OtherName } from '../../names'
import type { CheckInActions, Ending, LiveView } from '../../view'
import { ClosingScreen } from '../closing/closing-screen'
import type { OnUnshared, Unshared } from '../live/unshared'
import { ToClose } from '../nothing-more'
import { PauseBar } from '../pause-bar'
import type { TableNames } from './half-props'
import { QuietPhone } from './quiet-phone'
import { TableScreen } from './table-screen'
import { useLiesBetween } from './use-lies-between'

interface Props {
  live: LiveView
  me: Seat
  names: TableNames
  other: OtherName
  ending: Ending
  thawing: boolean
  ourWord: PhraseMatcher
  actions: CheckInActions
  unshared: Unshared
  onUnshared: OnUnshared
}

/** Both chose one phone between them: one of the two lies there, the other is quiet until the closing. */
export function TableMode({ live, me, names, other, ending, thawing, ourWord, actions, ...written }: Props) {
  const [lies, setLies] = useLiesBetween(live.checkInId, live.starter === 'me')
  if (lies) {
    return (
      <Room whole thawing={thawing}>
        {/* It speaks for both, and this is one person's to say: it stands on their own phone. */}
        <ToClose value={null}>
          <TableScreen {...{ live, me, names, ending, actions }} onAway={() => setLies(false)} />
        </ToClose>
      </Room>
    )
  }
  return (
    <Room thawing={thawing} edge={<PauseBar onPause={actions.pause} onKey={actions.pauseByKey} />}>
      {live.floor.kind === 'closing' && !live.aside ? (
        <ClosingScreen {...{ live, other, ending, ourWord, actions, ...written }} />
      ) : (
        <QuietPhone live={live} ending={ending} onEnd={actions.end} onHere={() => setLies(true)} />
      )}
    </Room>
  )
}
