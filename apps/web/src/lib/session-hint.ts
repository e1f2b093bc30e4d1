const KEY = 'turnstone.session'

/**
 * Whether somebody was signed in here, for the first paint only (see components/document.tsx). It decides nothing: the
 * server does. Without storage the landing page shows for a moment.
 */
export function hintSession(signedIn: boolean): void {
  document.documentElement.dataset.session = signedIn ? 'in' : 'out'
  try {
    if (signedIn) localStorage.setItem(KEY, 'in')
    else localStorage.removeItem(KEY)
  } catch (thrown) {
    if (!(thrown instanceof DOMException)) throw thrown
  }
}

export function sessionHinted(): boolean {
  return document.documentElement.dataset.session === 'in'
}
