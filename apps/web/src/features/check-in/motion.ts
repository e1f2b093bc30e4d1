import { tiltOf } from './face-down'
import type { Moved } from './shake'

/** Whether this device says how it is moved. `refused`: it could, and is not allowed to. */
export type Motion = 'works' | 'refused' | 'none'

/** One moment of both senses: how it is moved, and how it lies. */
export interface Felt {
  readonly moved: Moved
  readonly tilt: number
}

/** Where there is a sense, it speaks many times a second. */
export const SILENT_MS = 2_000

/** Listens to both senses until it is told to stop. Says nothing where there are none. */
export function feel(onFelt: (felt: Felt) => void): () => void {
  let tilt: number | null = null
  const lies = ({ beta, gamma }: DeviceOrientationEvent) => {
    tilt = beta === null || gamma === null ? null : tiltOf(beta, gamma)
  }
  // Where a device lies is told when it changes, how it is moved all the time: also of one that lies still.
  const moves = ({ accelerationIncludingGravity: moved }: DeviceMotionEvent) => {
    const { x, y, z } = moved ?? { x: null, y: null, z: null }
    if (x === null || y === null || z === null || tilt === null) return
    onFelt({ moved: { x, y, z, atMs: performance.now() }, tilt })
  }
  window.addEventListener('deviceorientation', lies)
  window.addEventListener('devicemotion', moves)
  return () => {
    window.removeEventListener('deviceorientation', lies)
    window.removeEventListener('devicemotion', moves)
  }
}

/** Only where it has to be asked for, which takes a touch: not in the standard, and so not in TypeScript. */
interface Asking {
  readonly requestPermission?: () => Promise<'granted' | 'denied'>
}

/** To be called from a touch, in a calm moment: on some phones the system asks the person now. */
export async function askForMotion(): Promise<Motion> {
  if (typeof DeviceMotionEvent === 'undefined') return 'none'
  try {
    if ((await (DeviceMotionEvent as Asking).requestPermission?.()) === 'denied') return 'refused'
  } catch (thrown) {
    if (thrown instanceof DOMException) return 'refused'
    throw thrown
  }
  return (await isFelt()) ? 'works' : 'none'
}

function isFelt(): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (felt: boolean) => {
      clearTimeout(timer)
      stop()
      resolve(felt)
    }
    const timer = setTimeout(done, SILENT_MS, false)
    const stop = feel(() => done(true))
  })
}
