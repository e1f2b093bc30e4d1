const IN_APP =
  /FBA[NV]|FB_IAB|FBIOS|Instagram|WhatsApp|Snapchat|TikTok|musical_ly|Bytedance|LinkedInApp|MicroMessenger|Pinterest|Twitter|Line\/|KAKAOTALK|; wv\)/

/** Whether this is another app's window rather than a browser of its own. */
export const isInAppBrowser = (userAgent: string): boolean => IN_APP.test(userAgent)
