// @ts-check
// A page is seen before its scripts are there, on a slow line for seconds. What is pressed meanwhile is not lost: the quick
// exit leaves at once, and any other button is pressed again as soon as it can answer. `lib/quick-exit.ts` knows the marks.

/** The page says that it is awake; React marks each element it answers for, some before that. @param {Element} button */
const answers = (button) =>
  'awake' in document.documentElement.dataset || Object.keys(button).some((key) => key.startsWith('__reactProps$'))

const leave = () => {
  document.documentElement.hidden = true
  try {
    sessionStorage.setItem('turnstone.left', '')
    localStorage.setItem('turnstone.close', '')
  } catch {
    // storage is refused here: then there is nothing to close, and the page itself is gone all the same
  }
  const channel = new BroadcastChannel('turnstone.left')
  channel.postMessage(null)
  channel.close()
  location.replace(`/measures/${location.pathname.startsWith('/es') ? 'es' : 'en'}.html`)
}

/** The last one counts. @type {HTMLElement | null} */
let pressed = null

const pressAgain = () => {
  const button = pressed
  if (button?.isConnected && !answers(button)) {
    requestAnimationFrame(pressAgain)
    return
  }
  pressed = null
  // What the page has taken away meanwhile is not there to be pressed.
  if (button?.isConnected) button.click()
}

addEventListener(
  'click',
  (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null
    if (!button || answers(button)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if ('quickExit' in button.dataset) {
      leave()
      return
    }
    const waits = pressed !== null
    pressed = button
    if (!waits) requestAnimationFrame(pressAgain)
  },
  { capture: true },
)
