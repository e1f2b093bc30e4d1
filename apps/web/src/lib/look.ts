import { withStorage } from './storage'

/** How this device shows the app outside of its pages: by its own name and picture, or as plain notes. */
export type Look = 'turnstone' | 'notes'

const KEY = 'turnstone.look'

export const chosenLook = (): Look =>
  withStorage('local', (storage) => storage.getItem(KEY)) === 'notes' ? 'notes' : 'turnstone'

/** False where storage is refused. The page has to be loaded again: titles and pictures are settled before it shows. */
export function chooseLook(look: Look): boolean {
  return (
    withStorage('local', (storage) => {
      storage.setItem(KEY, look)
      return true
    }) ?? false
  )
}
