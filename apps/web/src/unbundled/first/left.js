// @ts-check
// Somebody left by the quick exit, and the back button leads here: this page shows nothing and leaves again. Whoever
// comes on purpose, by the address or an icon, finds the app. `lib/quick-exit.ts` sets the mark.

const MARK = 'turnstone.left'

const isMarked = () => {
  try {
    return sessionStorage.getItem(MARK) !== null
  } catch {
    return false // storage is refused here, so nothing was marked either
  }
}

const leaveAgain = () => {
  document.documentElement.hidden = true
  location.replace(`/measures/${location.pathname.startsWith('/es') ? 'es' : 'en'}.html`)
}

const [navigation] = performance.getEntriesByType('navigation')
const cameBack = navigation instanceof PerformanceNavigationTiming && navigation.type === 'back_forward'
if (isMarked()) {
  if (cameBack) leaveAgain()
  else sessionStorage.removeItem(MARK)
}
// The same for a page that the browser kept as it was.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && isMarked()) leaveAgain()
})
