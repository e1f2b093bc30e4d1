'use client'

import { useBrowserFact } from '@/lib/store'
import styles from './look.module.css'

interface Swatch {
  readonly name: string
  readonly value: string
}

/** Whatever `tokens.css` names as a colour, as it is in this palette. */
function read(): Swatch[] {
  const names = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root')
    .flatMap((rule) => [...rule.style].filter((name) => name.startsWith('--')))
  const now = getComputedStyle(document.documentElement)
  return [...new Set(names)]
    .map((name) => ({ name, value: now.getPropertyValue(name) }))
    .filter(({ value }) => CSS.supports('color', value))
}

/** The names are in the style sheets, so there is nothing to show before there is a browser. */
export function Colours() {
  return useBrowserFact(() => true, false) && <Swatches />
}

function Swatches() {
  return (
    <ul className={styles.swatches}>
      {read().map(({ name, value }) => (
        <li key={name}>
          <span className={styles.swatch} ref={(box) => box?.style.setProperty('background', value)} />
          {name.slice(2)}
        </li>
      ))}
    </ul>
  )
}
