import { fromBase64url, openPrivate, parseUuid, sealPrivate, toBase64url } from '@turnstone/vault'
import * as z from 'zod'
import { inOrder } from './device'
import { sealerOf } from './sealed-list'
import { theKeyring } from './session'
import '@/lib/zod'

const Pixels = z.int().positive()
const KitItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), id: z.uuid(), text: z.string() }),
  /* What it shows is sealed on its own, under the same id. */
  z.strictObject({ kind: z.literal('picture'), id: z.uuid(), words: z.string(), width: Pixels, height: Pixels }),
  /* Nothing but a page of the web: what stands here becomes a link. */
  z.strictObject({ kind: z.literal('link'), id: z.uuid(), name: z.string(), address: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({ kind: z.literal('person'), id: z.uuid(), name: z.string(), number: z.string() }),
])
const KitChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), item: KitItem }),
  z.strictObject({ kind: z.literal('changed'), item: KitItem }),
  z.strictObject({ kind: z.literal('removed'), id: z.uuid() }),
])

/** What I put ready for a hard moment: words, a picture, a link, somebody to call. */
export type KitItem = z.infer<typeof KitItem>
export type KitChange = z.infer<typeof KitChange>

const PICTURE_VERSION = 1

export const kit = {
  ...sealerOf('kit', KitItem, KitChange),

  /** Throws `too_large` beyond `PICTURE_FILE_BYTES`. A picture does not change, so it has one version. */
  async sealPicture({ id, file }: { id: string; file: Uint8Array }): Promise<{ sealed: string }> {
    const keyring = theKeyring()
    const entryId = parseUuid(id)
    const bytes = await inOrder(async ({ deviceId, deviceCounter }) => {
      const place = { kind: 'picture', entryId, entryVersion: PICTURE_VERSION, deviceId, deviceCounter } as const
      return { value: await sealPrivate(keyring, place, file) }
    })
    return { sealed: toBase64url(bytes) }
  },

  async openPicture({ id, sealed }: { id: string; sealed: string }): Promise<Uint8Array<ArrayBuffer>> {
    const place = { kind: 'picture', entryId: parseUuid(id), entryVersion: PICTURE_VERSION } as const
    const expected = { ...place, deviceId: 'any', deviceCounter: 'any' } as const
    const { content } = await openPrivate(theKeyring(), expected, fromBase64url(sealed))
    return Uint8Array.from(content)
  },
}
