import { describe, expect, it } from 'vitest'
import { isInAppBrowser } from '../src/lib/in-app-browser'

const IOS = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const ANDROID =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8 Build/AP4A.250105.002; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/134.0.6998.39 Mobile Safari/537.36'
const CHROME =
  'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Mobile Safari/537.36'
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'

describe('windows of other apps are known', () => {
  it.each([
    [
      'Instagram on iOS',
      `${IOS} Mobile/15E148 Instagram 371.0.0.27.85 (iPhone15,2; iOS 18_5; en_US; en; scale=3.00; 1179x2556; 700000000)`,
    ],
    [
      'Instagram on Android',
      `${ANDROID} Instagram 371.0.0.36.89 Android (35/15; 420dpi; 1080x2400; Google/google; Pixel 8; shiba; shiba; en_US; 701234567)`,
    ],
    ['Threads', `${IOS} Mobile/15E148 Barcelona 371.0.0.30.109 (iPhone15,2; iOS 18_5; en_US; en; scale=3.00)`],
    [
      'Facebook on iOS',
      `${IOS} Mobile/22F76 [FBAN/FBIOS;FBAV/503.0.0.45.109;FBBV/700000000;FBDV/iPhone15,2;FBMD/iPhone]`,
    ],
    ['Facebook on Android', `${ANDROID} [FB_IAB/FB4A;FBAV/503.0.0.45.109;]`],
    ['Messenger on iOS', `${IOS} Mobile/22F76 [FBAN/MessengerForiOS;FBAV/503.0.0.45.109;FBBV/700000000]`],
    ['Messenger on Android', `${ANDROID} [FB_IAB/Orca-Android;FBAV/503.0.0.45.109;]`],
    ['WhatsApp', `${IOS} Mobile/15E148 WhatsApp/25.12.73`],
    ['Telegram on Android', `${ANDROID} Telegram-Android/11.9.0 (Google Pixel 8; Android 15; SDK 35; HIGH)`],
    [
      'TikTok on iOS',
      `${IOS} Mobile/15E148 musical_ly_39.4.0 JsSdk/2.0 NetType/WIFI Channel/App Store ByteLocale/es Region/MX`,
    ],
    [
      'TikTok on Android',
      `${ANDROID} trill_390403 JsSdk/1.0 NetType/WIFI AppName/trill app_version/39.4.3 BytedanceWebview/d8a21c6`,
    ],
    ['LINE', `${IOS} Mobile/15E148 Safari Line/15.6.0`],
    ['LinkedIn on iOS', `${IOS} Mobile/15E148 [LinkedInApp]/9.31.2345`],
    ['Snapchat', `${IOS} Version/18.5 Mobile/15E148 Safari/604.1 Snapchat/13.30.0.48 (like Safari/8620.2.4, panda)`],
    ['X on iOS', `${IOS} Version/18.5 Mobile/15E148 Safari/604.1 Twitter for iPhone/11.1`],
    ['Pinterest', `${IOS} Mobile/15E148 [Pinterest/iOS]`],
    ['WeChat', `${IOS} Mobile/15E148 MicroMessenger/8.0.57(0x18003929) NetType/WIFI Language/es`],
    ['KakaoTalk', `${ANDROID};KAKAOTALK 2511250`],
    ['the Google app', `${IOS} GSA/364.1.742306475 Mobile/15E148 Safari/604.1`],
    ['some app on Android', ANDROID],
    ['some app on an iPhone', `${IOS} Mobile/15E148`],
    ['some app on an iPad that calls itself a Mac', MAC],
  ])('%s', (_app, userAgent) => {
    expect(isInAppBrowser(userAgent, false)).toBe(true)
  })
})

describe('browsers are let be', () => {
  it.each([
    ['Safari on iOS', `${IOS} Version/18.5 Mobile/15E148 Safari/604.1`],
    ['Chrome on iOS', `${IOS} CriOS/134.0.6998.33 Mobile/15E148 Safari/604.1`],
    ['Firefox on iOS', `${IOS} FxiOS/136.0 Mobile/15E148 Safari/605.1.15`],
    ['Edge on iOS', `${IOS} Version/18.0 EdgiOS/134.0.3124.51 Mobile/15E148 Safari/605.1.15`],
    ['DuckDuckGo on iOS', `${IOS} Version/18.5 Mobile/15E148 DuckDuckGo/7 Safari/605.1.15`],
    ['Safari on an iPad', `${MAC} Version/18.5 Safari/605.1.15`],
    ['Chrome on Android', CHROME],
    ['Samsung Internet', CHROME.replace('Chrome/', 'SamsungBrowser/27.0 Chrome/')],
    ['Firefox on Android', 'Mozilla/5.0 (Android 15; Mobile; rv:136.0) Gecko/136.0 Firefox/136.0'],
    ['Edge on Android', `${CHROME} EdgA/134.0.0.0`],
    ['Opera on Android', `${CHROME} OPR/88.0.0.0`],
    ['a phone maker’s browser on Android’s WebView', `${ANDROID} VivoBrowser/25.2.0.0`],
    ['DuckDuckGo on Android', ANDROID.replace('; wv', '').replace('Mobile Safari', 'Mobile DuckDuckGo/5 Safari')],
    ['QQ browser', `${CHROME} MQQBrowser/15.4`],
    [
      'Chrome on Windows',
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
    ],
    ['Firefox on a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:136.0) Gecko/20100101 Firefox/136.0'],
    [
      'Chrome on a Mac',
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
    ],
  ])('%s', (_browser, userAgent) => {
    expect(isInAppBrowser(userAgent, false)).toBe(false)
  })

  it('an app on the home screen of an iPhone, which looks like some app', () => {
    expect(isInAppBrowser(`${IOS} Mobile/15E148`, true)).toBe(false)
  })
})
