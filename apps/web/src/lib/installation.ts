import { createStore, useBrowserFact, useStore } from './store'

/** Chromium's own event: not in the standard, and so not in TypeScript. */
interface InstallPrompt extends Event {
  prompt(): Promise<unknown>
}

/** How somebody puts the app on this device's home screen. */
export type InstallWay =
  /** It is there, and this is it. */
  | 'installed'
  /** The browser does it when asked. */
  | 'ask'
  /** Through the share menu: a home screen with a store of its own, where one signs in once more. */
  | 'share'
  /** Through the browser's own menu. */
  | 'menu'
  /** Not offered here. */
  | 'none'

const prompts = createStore<InstallPrompt | null>(null)

/** As early as possible: the browser says it once. */
export function catchInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault() // no banner of the browser's own: we have a calm place for it
    prompts.set(event as InstallPrompt)
  })
  window.addEventListener('appinstalled', () => {
    prompts.set(null)
    void keepStorage()
  })
  if (isInstalled()) void keepStorage()
}

/** Keys are not to be cleared when space gets short. Asked for on a home screen only: elsewhere a browser may ask the person. */
const keepStorage = async () => navigator.storage?.persist?.()

export function useInstallWay(): InstallWay {
  const prompt = useStore(prompts, null)
  const installed = useBrowserFact(isInstalled, false)
  const other = useBrowserFact<InstallWay>(wayWithoutPrompt, 'none')
  if (installed) return 'installed'
  return prompt ? 'ask' : other
}

export async function install(): Promise<void> {
  const prompt = prompts.get()
  prompts.set(null) // it can be used once
  await prompt?.prompt()
}

export const isInstalled = () => matchMedia('(display-mode: standalone)').matches
const wayWithoutPrompt = () => installWayOf(navigator.userAgent, navigator.maxTouchPoints)

/** Where the browser does not offer it by itself. An iPad says that it is a Mac, and has fingers on it. */
export function installWayOf(userAgent: string, touchPoints: number): InstallWay {
  const isApple = /iPhone|iPad|iPod|Macintosh/.test(userAgent)
  if (/iPhone|iPad|iPod/.test(userAgent) || (isApple && touchPoints > 1)) return 'share'
  if (isApple && /Version\/\S+ Safari/.test(userAgent)) return 'menu'
  return /Android/.test(userAgent) ? 'menu' : 'none'
}
