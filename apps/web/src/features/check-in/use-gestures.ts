import { useEffect, useEffectEvent, useState } from 'react'
import { FaceDown } from './face-down'
import { type Gesture, useChosenGestures } from './gestures'
import { feel, SILENT_MS } from './motion'
import { Shaking } from './shake'
import { type Touch, TripleTap } from './triple-tap'

/** What a finger is meant for, wherever it is one of these. */
const CONTROLS = 'a, button, input, textarea, select, label, summary, [role=button], [contenteditable]'

/**
 * The gestures that somebody chose on this device, while something here may be paused. True is returned when the phone
 * says nothing about being moved although that was chosen: it must not be trusted in silence.
 */
export function useGestures(mayPause: boolean, onGesture: (gesture: Gesture) => void): boolean {
  const chosen = useChosenGestures()
  const made = useEffectEvent(onGesture)
  const taps = mayPause && chosen.includes('tripleTap')
  const shakes = mayPause && chosen.includes('shake')
  const lays = mayPause && chosen.includes('faceDown')
  const [isDeaf, setDeaf] = useState(false)
  useEffect(() => (taps ? listenToTaps(() => made('tripleTap')) : undefined), [taps])
  useEffect(() => {
    if (!shakes && !lays) return
    const shaking = new Shaking()
    const faceDown = new FaceDown()
    const timer = setTimeout(setDeaf, SILENT_MS, true)
    const stop = feel(({ moved, tilt }) => {
      clearTimeout(timer)
      setDeaf(false)
      if (shakes && shaking.take(moved)) made('shake')
      if (lays && faceDown.take({ tilt, atMs: moved.atMs })) made('faceDown')
    })
    return () => {
      clearTimeout(timer)
      stop()
      setDeaf(false)
    }
  }, [shakes, lays])
  return isDeaf
}

const WHAT = { pointerdown: 'down', pointermove: 'move', pointerup: 'up', pointercancel: 'lost' } as const
type PointerKind = keyof typeof WHAT
const KINDS = Object.keys(WHAT) as PointerKind[]

/** Fingers only: three clicks of a mouse select a paragraph. */
function listenToTaps(onThree: () => void): () => void {
  const tripleTap = new TripleTap()
  const take = (event: PointerEvent) => {
    if (event.pointerType === 'touch' && tripleTap.take(touchOf(event))) onThree()
  }
  for (const kind of KINDS) window.addEventListener(kind, take, { capture: true, passive: true })
  return () => {
    for (const kind of KINDS) window.removeEventListener(kind, take, { capture: true })
  }
}

function touchOf({ type, target, pointerId, isPrimary, clientX, clientY, timeStamp }: PointerEvent): Touch {
  const isOnControl = target instanceof Element && target.closest(CONTROLS) !== null
  return {
    what: WHAT[type as PointerKind],
    finger: pointerId,
    isFirst: isPrimary,
    isFree: !isOnControl && (getSelection()?.isCollapsed ?? true),
    x: clientX,
    y: clientY,
    atMs: timeStamp,
  }
}
