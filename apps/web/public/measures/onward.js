// @ts-check
// Goes on to an encyclopedia where there is a connection. A window without an address bar would show that something
// odd happened, so there this page stays.

{
  const isInstalled = matchMedia('(display-mode: standalone)').matches
  const article = document.documentElement.lang === 'es' ? 'es.wikipedia.org/wiki/Pan' : 'en.wikipedia.org/wiki/Bread'
  if (navigator.onLine && !isInstalled) location.replace(`https://${article}`)
}
