import type { Pace, Way } from '@turnstone/check-in'
import { useState } from 'react'
import * as z from 'zod'
import { withStorage } from '@/lib/storage'
import '@/lib/zod'

const KEY = 'turnstone.check-in.how'
const Kept = z.object({ way: z.enum(['table', 'aloud', 'written']), pace: z.enum(['timed', 'tenfold', 'off']) })

export interface HowISpeak {
  readonly way: Way
  readonly pace: Pace
}

/** Works for two in one room and for two far apart, until somebody has chosen. */
const FIRST: HowISpeak = { way: 'aloud', pace: 'timed' }

/** How I want to speak, remembered on this device from last time. */
export function useHow(): { how: HowISpeak; change: (change: Partial<HowISpeak>) => void } {
  const [how, setHow] = useState(kept)
  return {
    how,
    change(change) {
      const next = { ...how, ...change }
      setHow(next)
      withStorage('local', (storage) => storage.setItem(KEY, JSON.stringify(next)))
    },
  }
}

function kept(): HowISpeak {
  const text = withStorage('local', (storage) => storage.getItem(KEY))
  const parsed = Kept.safeParse(text ? JSON.parse(text) : null)
  return parsed.success ? parsed.data : FIRST
}
