/** Order matters: most browsers also name the ones they want to be taken for. */
const BROWSERS: readonly [RegExp, string][] = [
  [/EdgA?\/|EdgiOS\//, 'Edge'],
  [/OPR\/|OPT\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/CriOS\/|Chrome\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'ChromeOS'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

const named = (names: readonly [RegExp, string][], text: string) => names.find(([form]) => form.test(text))?.[1] ?? ''

/** What kind of browser this is, as its owner would call it. */
export const deviceOf = (userAgent: string) => ({
  browser: named(BROWSERS, userAgent),
  system: named(SYSTEMS, userAgent),
})
