import { useEffect } from 'react'
import type { PartnershipState } from '@/features/partnership/client'

/* Once for each start of the app: the journal does it too, every time it is opened. */
let recorded = false
let brought = false

/** Sends the pages that wait, writes the records of check-ins that ended while this device was away, brings the kit’s pictures. */
export function useChores({ kind }: PartnershipState): void {
  useEffect(() => {
    if (kind !== 'linked' && kind !== 'alone') return
    let here = true
    let stop = () => {}
    void import('@/features/journal/client').then(({ keepSending, recordEnded }) => {
      if (here) stop = keepSending(() => {})
      if (kind !== 'linked' || recorded) return
      recorded = true
      void recordEnded()
    })
    if (!brought) {
      brought = true
      void import('@/features/kit/client').then(({ bringKit }) => bringKit())
    }
    return () => {
      here = false
      stop()
    }
  }, [kind])
}
