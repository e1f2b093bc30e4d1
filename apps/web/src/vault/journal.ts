import {
  fromBase64url,
  newUuid,
  openPrivate,
  openShared,
  parseUuid,
  recordId,
  sealPrivate,
  sealShared,
  toBase64url,
  utf8Decode,
  utf8Encode,
  VaultError,
} from '@turnstone/vault'
import * as z from 'zod'
import { inOrder } from './device'
import { theKeyring, thePartnership } from './session'
import '@/lib/zod'

const Page = z.strictObject({ text: z.string(), writtenAtMs: z.int().nonnegative() })
const Record = z.strictObject({
  openedAtMs: z.int().nonnegative(),
  endedAtMs: z.int().nonnegative(),
  turns: z.int().nonnegative(),
})

/** A page of my drawer. */
export type Page = z.infer<typeof Page>
/** What stays of a check-in: facts both committed, nothing that was said. */
export type Record = z.infer<typeof Record>

/* A page is kept once, and a record is made once. */
const FIRST_VERSION = 1

export const journal = {
  async newEntryId(): Promise<{ entryId: string }> {
    return { entryId: newUuid() }
  },

  async sealPage({ entryId, page }: { entryId: string; page: Page }): Promise<{ envelope: string }> {
    const sealed = await inOrder(async ({ deviceId, deviceCounter }) => {
      const place = {
        kind: 'page',
        entryId: parseUuid(entryId),
        entryVersion: FIRST_VERSION,
        deviceId,
        deviceCounter,
      } as const
      return { value: await sealPrivate(theKeyring(), place, utf8Encode(JSON.stringify(page))) }
    })
    return { envelope: toBase64url(sealed) }
  },

  async openPage({ entryId, envelope }: { entryId: string; envelope: string }): Promise<Page> {
    const place = {
      kind: 'page',
      entryId: parseUuid(entryId),
      entryVersion: FIRST_VERSION,
      deviceId: 'any',
      deviceCounter: 'any',
    } as const
    const { content } = await openPrivate(theKeyring(), place, fromBase64url(envelope))
    return parsed(Page, content)
  },

  /** Both devices make the same id for the same check-in, so that there is one record. */
  async sealRecord({
    checkInId,
    record,
  }: {
    checkInId: string
    record: Record
  }): Promise<{ entryId: string; envelope: string }> {
    const partnership = thePartnership()
    const entryId = await recordId(partnership, parseUuid(checkInId))
    const bytes = await inOrder(async (place) => {
      const at = { kind: 'record', entryId, entryVersion: FIRST_VERSION, ...place } as const
      const sealed = await sealShared(theKeyring(), partnership, at, utf8Encode(JSON.stringify(record)))
      return { value: sealed.bytes, hash: sealed.hash }
    })
    return { entryId, envelope: toBase64url(bytes) }
  },

  async openRecord(of: { entryId: string; authorId: string; envelope: string }): Promise<Record> {
    const { content } = await openShared(
      thePartnership(),
      {
        kind: 'record',
        entryId: parseUuid(of.entryId),
        entryVersion: FIRST_VERSION,
        authorId: parseUuid(of.authorId),
        deviceId: 'any',
        deviceCounter: 'any',
        previousHash: 'any',
      },
      fromBase64url(of.envelope),
    )
    return parsed(Record, content)
  },
}

/** Ours, and still data from elsewhere. */
function parsed<T>(shape: z.ZodType<T>, content: Uint8Array): T {
  const result = shape.safeParse(JSON.parse(utf8Decode(content)))
  if (!result.success) throw new VaultError('envelope_tampered', 'content')
  return result.data
}
