'use client'

import { useEffect } from 'react'
import { type PartnershipState, readAbout } from '@/features/partnership/client'
import type { Given, Said } from './telling'

export type { Given, Said }
export { readAbout }

/** Another name, other words about it, or none. Kept on this device first. Throws `vault_locked`. */
export const say = async (given: Given): Promise<Said> => (await import('./telling')).say(given)

/** While it is shown, each is called as they say. Loaded after the page is there. */
export function useAbouts({ kind }: PartnershipState): void {
  useEffect(() => {
    if (kind !== 'linked') return
    let here = true
    let stop = () => {}
    void import('./telling').then(({ keepTelling }) => {
      if (here) stop = keepTelling()
    })
    return () => {
      here = false
      stop()
    }
  }, [kind])
}
