import { useEffect } from 'react'
import { showNotice, takeDownNotices } from '@/lib/notices'
import { onReturn } from '@/lib/on-return'
import type { CheckInView } from './view'

/**
 * A pause while this page is open and nobody sees it, as on a phone in a pocket: the server takes the device for one that
 * shows it, and pushes nothing. Its notice goes when somebody looks, or when the pause is over.
 */
export function useNoticeOutOfSight(view: CheckInView): void {
  const returnAtMs = view.kind === 'paused' ? view.paused.returnAtMs : null
  useEffect(() => {
    if (returnAtMs === null) return
    if (document.visibilityState === 'hidden') void showNotice(returnAtMs)
    return () => void takeDownNotices()
  }, [returnAtMs])
  useEffect(() => {
    const takeDown = () => void takeDownNotices()
    if (document.visibilityState === 'visible') takeDown()
    return onReturn(takeDown)
  }, [])
}
