'use client'

import { useAccount } from '@/features/account/client'
import { usePartnership } from '@/features/partnership/client'
import { useStayOpen } from '@/lib/auto-lock'
import { useArrivedToPause } from '../use-arrived-to-pause'
import { usePractice } from '../use-practice'
import { useSession } from '../use-session'
import type { CheckInView } from '../view'
import { CheckInScreen } from './check-in-screen'

export function CheckInPage() {
  const account = useAccount()
  const partnership = usePartnership()
  // Without the key a person can still pause and end; the names and the words wait for it.
  const isOpen = account.kind === 'signed-in' && account.vault.kind === 'open' && partnership.kind === 'linked'
  const { shown, actions, ourWord } = useSession(isOpen ? 'open' : 'locked')
  useStayOpen(shown.view.kind === 'live' || shown.view.kind === 'paused')
  usePractice(shown.view, actions.choose)
  const view = useArrivedToPause(shown.view, actions.pause)
  const other = partnership.kind === 'linked' ? partnership.partner.name : null
  return (
    <CheckInScreen
      view={partnership.kind === 'blocked' ? behindBlockedKeys(view) : view}
      me={shown.me}
      mine={account.kind === 'signed-in' && account.vault.kind === 'open' ? account.vault.name : null}
      other={other}
      ending={shown.ending}
      ourWord={ourWord}
      actions={actions}
    />
  )
}

/** With keys that are not the pinned ones nothing goes on; what has stopped stays stopped. */
const behindBlockedKeys = (view: CheckInView): CheckInView =>
  view.kind === 'paused' || view.kind === 'ended' ? view : { kind: 'door', door: 'blocked' }
