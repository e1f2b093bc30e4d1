/**
 * The largest things that may cross the wire. Bytes unless the name says otherwise. Sealed sizes are the vault's own
 * largest envelopes (packages/vault/SPEC.md), so that whatever a device can seal it can also send.
 */
export const LIMITS = {
  /** One HTTP body. A journal page is the largest thing anyone sends. */
  httpBodyBytes: 512 * 1024,
  /** One socket message. */
  socketMessageBytes: 32 * 1024,
  /** One live turn's text, sealed. */
  utteranceBytes: 16_647,
  /** Why a pause was pressed, sealed at constant size. */
  reasonBytes: 519,
  /** One journal entry, sealed. */
  entryBytes: 262_407,
  /** The agreement's sealed words. */
  wordsBytes: 65_799,
  /** A sheet of the register of topics, sealed. */
  sheetBytes: 65_799,
  /** Key bundles, wraps and what a person keeps sealed for themselves. */
  bundleBytes: 16_583,
  /** A picture of a comfort kit, sealed: always this size. */
  pictureBytes: 131_271,
  /** Pictures in one comfort kit. */
  pictures: 12,
  emailChars: 254,
  /** Journal entries in one page of a pull. */
  entriesPerPull: 200,
  invitationHours: 24,
  /** Before a repair talk: from a walk to a week. */
  breatherMinMs: 300_000,
  breatherMaxMs: 604_800_000,
} as const
