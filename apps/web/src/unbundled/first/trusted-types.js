// @ts-check
// The page loader and serviceWorker.register() hand bare text to the browser. The default policy lets our own scripts
// through, and nothing else.

/** @type {any} */ const { trustedTypes } = globalThis
trustedTypes?.createPolicy('default', {
  /** @param {string} text */
  createScriptURL(text) {
    const url = new URL(text, location.origin)
    const isOurs =
      url.origin === location.origin && (url.pathname.startsWith('/_next/static/') || url.pathname === '/sw.js')
    return isOurs ? text : null
  },
})
