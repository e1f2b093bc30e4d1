/** The largest things that may cross the wire. Bytes unless the name says otherwise. */
export const LIMITS = {
  /** One HTTP body. A journal page is the largest thing anyone sends. */
  httpBodyBytes: 512 * 1024,
  /** One socket message. */
  socketMessageBytes: 16 * 1024,
  /** One live turn's text, sealed. */
  utteranceBytes: 8 * 1024,
  /** Why a pause was pressed, sealed at constant size. */
  reasonBytes: 1024,
  /** One journal entry, sealed. */
  entryBytes: 256 * 1024,
  /** The agreement's sealed words. */
  wordsBytes: 16 * 1024,
  /** Key bundles, wraps and what a person keeps sealed for themselves. */
  bundleBytes: 16 * 1024,
  emailChars: 254,
  /** Journal entries in one page of a pull. */
  entriesPerPull: 200,
  invitationHours: 24,
} as const
