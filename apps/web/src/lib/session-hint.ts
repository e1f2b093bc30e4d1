const KEY = 'turnstone.session'

/** Remembers whether somebody is signed in here, for the first paint only. It decides nothing: the server does. */
export function hintSession(signedIn: boolean): void {
  withStorage((storage) => (signedIn ? storage.setItem(KEY, 'in') : storage.removeItem(KEY)))
}

export function sessionHinted(): boolean {
  return withStorage((storage) => storage.getItem(KEY)) === 'in'
}

/** Where storage is refused the landing page shows for a moment, and that is all. */
function withStorage<Value>(use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(localStorage)
  } catch (thrown) {
    if (thrown instanceof DOMException) return undefined
    throw thrown
  }
}
