const FEWEST_DIGITS = 3
const WEB = ['http:', 'https:']

/** What somebody typed as the address of a page of the web, whole; null when it is none. */
export function addressFrom(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  const url = URL.parse(text.includes('://') ? text : `https://${text}`)
  // Whoever clicks must not send a name and a password along with it.
  if (!url || !WEB.includes(url.protocol) || url.username || url.password) return null
  return /[^.]\.[^.]/.test(url.hostname) ? url.href : null
}

/** The name of the site that a link leads to, to be read before it is opened. */
export const siteOf = (address: string): string => URL.parse(address)?.hostname ?? address

/** A number as it is dialled. Not the help lines' own: their long list would come with it to every home page. */
const dialled = (number: string): string => number.replace(/[^\d+*#]/g, '')

/** Whether somebody can be called at what was typed: the digits count, however they are grouped. */
export const isNumber = (typed: string): boolean =>
  /^[\d\s+*#()./-]+$/.test(typed) && dialled(typed).replace(/\D/g, '').length >= FEWEST_DIGITS

export const callTo = (number: string): string => `tel:${dialled(number)}`
export const messageTo = (number: string): string => `sms:${dialled(number)}`
