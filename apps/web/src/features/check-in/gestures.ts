import { useSyncExternalStore } from 'react'
import { withStorage } from '@/lib/storage'

/** What pauses besides the button, the key and our word. Each is off until somebody chooses it, for one device. */
export const GESTURES = ['tripleTap', 'shake', 'faceDown', 'speech'] as const
export type Gesture = (typeof GESTURES)[number]

const KEY = 'turnstone.gestures'
const NONE: readonly Gesture[] = []

let known: { readonly raw: string; readonly chosen: readonly Gesture[] } = { raw: '', chosen: NONE }
const listeners = new Set<() => void>()

/** The same list for as long as nobody chooses otherwise. */
export function chosenGestures(): readonly Gesture[] {
  const raw = withStorage('local', (storage) => storage.getItem(KEY)) ?? ''
  if (raw !== known.raw) known = { raw, chosen: GESTURES.filter((one) => raw.split(' ').includes(one)) }
  return known.chosen
}

/** False where this browser keeps nothing. */
export function chooseGesture(gesture: Gesture, on: boolean): boolean {
  const next = GESTURES.filter((one) => (one === gesture ? on : chosenGestures().includes(one)))
  const isKept = withStorage('local', (storage) => {
    storage.setItem(KEY, next.join(' '))
    return true
  })
  for (const listener of listeners) listener()
  return isKept ?? false
}

/** Also when it is chosen in another tab. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export const useChosenGestures = (): readonly Gesture[] => useSyncExternalStore(subscribe, chosenGestures, () => NONE)
