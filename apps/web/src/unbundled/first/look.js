// @ts-check
// The name and the picture that tabs, the history and a home screen get from this page. Where somebody chose plain
// ones, every title is the plain name. `lib/look.ts` keeps the choice.

const NAMES = { turnstone: { en: 'Turnstone', es: 'Turnstone' }, notes: { en: 'Notes', es: 'Notas' } }

const chosen = () => {
  try {
    return localStorage.getItem('turnstone.look') === 'notes' ? 'notes' : 'turnstone'
  } catch {
    return 'turnstone' // storage is refused here, so nothing was chosen either
  }
}

const look = chosen()
const locale = location.pathname.startsWith('/es') ? 'es' : 'en'
const name = NAMES[look][locale]

/** @param {'link' | 'meta'} tag @param {Record<string, string>} attributes */
const put = (tag, attributes) => {
  const element = document.createElement(tag)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  document.head.append(element)
}

document.documentElement.dataset.look = look
put('link', { rel: 'icon', href: `/icons/${look}.svg`, type: 'image/svg+xml' })
put('link', { rel: 'apple-touch-icon', href: `/icons/${look}-apple-180.png` })
put('link', { rel: 'manifest', href: `/manifests/${look}.${locale}.webmanifest` })
put('meta', { name: 'apple-mobile-web-app-title', content: name })

if (look === 'notes') {
  const rename = () => {
    if (document.title !== name) document.title = name
  }
  rename()
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true, characterData: true })
}
