/** Something on the screen, as a person would name it. */
export interface Wanted {
  readonly kind: 'button' | 'link' | 'field' | 'choice' | 'heading' | 'text'
  /** All of its accessible name; of a `text` or a `heading`, a part. */
  readonly name: string
}

/** Runs in the page, so it can use nothing from outside itself. The innermost visible element that fits, or null. */
export function findInPage({ kind, name }: Wanted): HTMLElement | null {
  const SELECTORS = {
    button: 'button',
    link: 'a[href]',
    field: 'input:not([type=radio], [type=checkbox]), textarea',
    choice: 'label',
    heading: 'h1, h2, h3',
    text: 'body *',
  } as const
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim()
  const textOf = (node: Node): string => {
    if (node instanceof Text) return node.data
    const isForEyesOnly = node instanceof Element && node.getAttribute('aria-hidden') === 'true'
    return isForEyesOnly ? '' : [...node.childNodes].map(textOf).join('')
  }
  const nameOf = (element: HTMLElement) => {
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
    return plain(element.ariaLabel ?? textOf((isField && element.labels?.[0]) || element))
  }
  const wanted = plain(name)
  const isPart = kind === 'text' || kind === 'heading'
  const fits = (element: HTMLElement) => (isPart ? nameOf(element).includes(wanted) : nameOf(element) === wanted)
  const isThere = (element: HTMLElement) =>
    element.checkVisibility({ visibilityProperty: true }) && element.getAttribute('aria-disabled') !== 'true'
  return (
    [...document.querySelectorAll<HTMLElement>(SELECTORS[kind])].findLast((one) => fits(one) && isThere(one)) ?? null
  )
}

/**
 * Runs in the page: its clocks leap, as they do when a phone wakes up. Nothing fires early; what looks at the clock next
 * sees the new time.
 */
export function leapInPage(ms: number): void {
  for (const clock of [performance, Date]) {
    const now = clock.now.bind(clock)
    clock.now = () => now() + ms
  }
}

/** Runs in the page: everything there is to read, a piece a line. */
export function readPage(): string {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const pieces: string[] = []
  while (texts.nextNode()) pieces.push((texts.currentNode as Text).data)
  return pieces.join('\n')
}
