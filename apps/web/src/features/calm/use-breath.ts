import { useEffect, useState } from 'react'
import { breathAt, type Moment, type Phase, type Rhythm } from './breath'
import type { BreathingChoice } from './breathing-choice'
import { Hum } from './hum'

/** Time to look at the screen before the first breath. */
const LEAD_MS = 1_500

const TAPS_MS: Readonly<Record<Phase, readonly number[]>> = { in: [60], full: [25], out: [60, 140, 60], empty: [25] }

export const mayVibrate = (): boolean => typeof navigator.vibrate === 'function'

/** The breath as it goes, changed once per phase. Sound and vibration go with it where they were chosen. */
export function useBreath({ rhythm, sound, vibration }: BreathingChoice): Moment {
  const [moment, setMoment] = useState<Moment>(() => breathAt(rhythm, -LEAD_MS))
  useEffect(() => breathe(rhythm, setMoment), [rhythm])
  useEffect(() => {
    if (!vibration || !mayVibrate()) return
    navigator.vibrate([...TAPS_MS[moment.phase]])
    return () => void navigator.vibrate(0)
  }, [vibration, moment])
  const [hum] = useState(() => new Hum())
  useEffect(() => (sound ? hum.play(moment) : undefined), [hum, sound, moment])
  useEffect(() => () => hum.close(), [hum])
  return moment
}

function breathe(rhythm: Rhythm, onMoment: (moment: Moment) => void): () => void {
  const startMs = performance.now() + LEAD_MS
  let timer: ReturnType<typeof setTimeout>
  const turn = () => {
    const moment = breathAt(rhythm, performance.now() - startMs)
    onMoment(moment)
    timer = setTimeout(turn, Math.ceil(moment.leftMs))
  }
  turn()
  return () => clearTimeout(timer)
}
