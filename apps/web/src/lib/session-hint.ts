import { withStorage } from './storage'

const KEY = 'turnstone.session'

/**
 * Remembers whether somebody is signed in here: for the first paint, and for a start without network. Who may ask the
 * server what, it alone decides. Where storage is refused the landing page shows for a moment, and that is all.
 */
export function hintSession(signedIn: boolean): void {
  withStorage('local', (storage) => (signedIn ? storage.setItem(KEY, 'in') : storage.removeItem(KEY)))
}

export function sessionHinted(): boolean {
  return withStorage('local', (storage) => storage.getItem(KEY)) === 'in'
}
