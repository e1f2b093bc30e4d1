import localFont from 'next/font/local'

export const sans = localFont({
  src: '../../../../node_modules/@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-sans',
  display: 'swap',
})

/** For what people wrote themselves; few pages need it, so no page waits for it. */
export const serif = localFont({
  src: '../../../../node_modules/@fontsource-variable/literata/files/literata-latin-wght-normal.woff2',
  weight: '200 900',
  variable: '--font-serif',
  display: 'swap',
  preload: false,
})
