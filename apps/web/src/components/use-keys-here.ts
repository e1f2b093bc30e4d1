import { useBrowserFact } from '@/lib/store'

/** The key that goes with another one to make a command; null where people touch, and a hint at keys would be noise. */
export function useKeysHere(): 'Ctrl' | '⌘' | null {
  return useBrowserFact(() => (matchMedia('(hover: hover) and (pointer: fine)').matches ? commandKey() : null), null)
}

const commandKey = () => (/Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl')
