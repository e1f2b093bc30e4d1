import { useEffect, useRef } from 'react'
import type { CheckInView } from '../view'

/** What changes when somebody is somewhere else in the check-in, and not while they stay where they are. */
export function sceneOf(view: CheckInView): string {
  if (view.kind === 'returning') return `returning ${view.returning.stage}`
  if (view.kind === 'paused') return `paused ${view.paused.slip.what}`
  if (view.kind !== 'live') return view.kind
  const { floor, aside } = view.live
  if (aside) return 'aside'
  switch (floor.kind) {
    case 'breath':
      return `breath ${floor.next}`
    case 'turn':
    case 'grace':
      return `turn ${floor.holder}`
    case 'reflection':
      return `reflection ${floor.holder} ${floor.stage} ${floor.round}`
    case 'closing':
      return 'closing'
  }
}

/**
 * A change takes away what was just in use. Whoever goes by keyboard then goes on from the top of what is new; what it is
 * says the announcer. The focus of somebody who is in a field that is still there is left alone.
 */
export function useFocusAt(scene: string): void {
  const last = useRef(scene)
  useEffect(() => {
    if (last.current === scene) return
    last.current = scene
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) {
      document.getElementById('main')?.focus({ preventScroll: true })
    }
  }, [scene])
}
