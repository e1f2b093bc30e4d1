import { isInstalled } from './installation'

/** Apps that name themselves when they open a page in a window of their own. */
const NAMED = [
  /FBA[NV]|FB_IAB|FBIOS|Messenger(Lite)?ForiOS|Orca-Android/, // Facebook, Messenger
  /\b(Instagram|Barcelona) \d/, // Barcelona: Threads
  /WhatsApp|Telegram|Snapchat|LinkedInApp|Discord\/|Viber|Reddit\/|TeamsMobile/,
  /TikTok|musical_ly|\btrill_|Bytedance/i,
  /\bLine\/|KAKAOTALK|NAVER\(inapp|YJApp|Zalo|VKAndroidApp/i,
  /MicroMessenger|\bQQ\/|Weibo|AlipayClient|baiduboxapp/,
  /Twitter for|TwitterAndroid|Pinterest\/|Pinterest for|Tumblr|\bGSA\//, // GSA: the Google app
]

/** Browsers that are made with Android's WebView and say so, and browsers all the same. */
const BROWSERS = /DuckDuckGo|MiuiBrowser|VivoBrowser|HeyTapBrowser|HuaweiBrowser|UCBrowser|MQQBrowser|EdgA|OPR\/|Ecosia/

/** A window of another app that does not say which: Android marks it, Apple's browsers alone end in `Safari`. */
const isUnnamed = (userAgent: string) =>
  /; wv\)/.test(userAgent)
    ? !BROWSERS.test(userAgent)
    : /(iPhone|iPad|iPod|Macintosh).*AppleWebKit(?!.*Safari\/)/.test(userAgent)

/** Whether this is another app's window rather than a browser of its own. A home screen is neither. */
export const isInAppBrowser = (userAgent: string, onHomeScreen: boolean): boolean =>
  !onHomeScreen && (NAMED.some((name) => name.test(userAgent)) || isUnnamed(userAgent))

/** The same for this very page. */
export const isInAppBrowserHere = (): boolean => isInAppBrowser(navigator.userAgent, isInstalled())
