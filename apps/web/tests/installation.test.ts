import { expect, it } from 'vitest'
import { installWayOf } from '../src/lib/installation'

const SAFARI =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15'
const CHROME_MAC =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1'
const FIREFOX_ANDROID = 'Mozilla/5.0 (Android 15; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0'
const FIREFOX_LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0'

it.each([
  ['an iPhone shares', IPHONE, 5, 'share'],
  ['an iPad that calls itself a Mac shares too', SAFARI, 5, 'share'],
  ['Safari on a Mac has a menu', SAFARI, 0, 'menu'],
  ['Firefox on Android has a menu', FIREFOX_ANDROID, 5, 'menu'],
  ['Chrome says by itself when it can', CHROME_MAC, 0, 'none'],
  ['Firefox on Linux does not', FIREFOX_LINUX, 0, 'none'],
])('%s', (_what, userAgent, touchPoints, way) => {
  expect(installWayOf(userAgent, touchPoints)).toBe(way)
})
