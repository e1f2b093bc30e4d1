import { useState } from 'react'
import * as z from 'zod'
import { withStorage } from '@/lib/storage'
import '@/lib/zod'

const KEY = 'turnstone.calm.breathing'
const Choice = z.object({ rhythm: z.enum(['even', 'box']), sound: z.boolean(), vibration: z.boolean() })

export type BreathingChoice = Readonly<z.infer<typeof Choice>>

/** Without sound and without vibration until somebody wants them. */
const FIRST: BreathingChoice = { rhythm: 'even', sound: false, vibration: false }

/** How somebody likes to breathe, remembered on this device alone. */
export function useBreathingChoice(): { choice: BreathingChoice; change: (change: Partial<BreathingChoice>) => void } {
  const [choice, setChoice] = useState(kept)
  return {
    choice,
    change(change) {
      const next = { ...choice, ...change }
      setChoice(next)
      withStorage('local', (storage) => storage.setItem(KEY, JSON.stringify(next)))
    },
  }
}

function kept(): BreathingChoice {
  const text = withStorage('local', (storage) => storage.getItem(KEY))
  const parsed = Choice.safeParse(text ? JSON.parse(text) : null)
  return parsed.success ? parsed.data : FIRST
}
