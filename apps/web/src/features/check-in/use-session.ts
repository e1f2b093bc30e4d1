import type { PhraseMatcher } from '@turnstone/check-in'
import { useEffect, useState } from 'react'
import { useStore } from '@/lib/store'
import { browserPorts, NO_WORD } from './browser-ports'
import { CheckInSession } from './session'
import type { Shown } from './shown'
import { useWakeLock } from './use-wake-lock'
import type { CheckInActions, VaultNow } from './view'

const AT_BUILD: Shown = { view: { kind: 'opening' }, me: 'a', ending: 'no', closing: null, checkInId: null, unsent: [] }

interface Session {
  readonly shown: Shown
  readonly actions: CheckInActions
  readonly ourWord: PhraseMatcher
}

/** One session for as long as the page is there. */
export function useSession(vault: VaultNow): Session {
  const [ourWord, setOurWord] = useState<PhraseMatcher>(NO_WORD)
  const [session] = useState(() => new CheckInSession(browserPorts(setOurWord)))
  useEffect(() => {
    session.start()
    const stopWaking = onWake(() => session.wake())
    return () => {
      stopWaking()
      session.stop()
    }
  }, [session])
  useEffect(() => session.setVault(vault), [session, vault])
  const shown = useStore(session.shown, AT_BUILD)
  useWakeLock(shown.view.kind === 'live' || shown.view.kind === 'returning')
  return { shown, actions: session.actions, ourWord }
}

/** Synchronous: the page is held before it paints what it knew when it was hidden. */
function onWake(wake: () => void): () => void {
  const whenVisible = () => {
    if (document.visibilityState === 'visible') wake()
  }
  const whenRestored = (event: PageTransitionEvent) => {
    if (event.persisted) wake()
  }
  document.addEventListener('visibilitychange', whenVisible)
  window.addEventListener('pageshow', whenRestored)
  return () => {
    document.removeEventListener('visibilitychange', whenVisible)
    window.removeEventListener('pageshow', whenRestored)
  }
}
