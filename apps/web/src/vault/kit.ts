import * as z from 'zod'
import { sealerOf } from './sealed-list'
import '@/lib/zod'

const KitItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('words'), id: z.uuid(), text: z.string() }),
  /* Nothing but a page of the web: what stands here becomes a link. */
  z.strictObject({ kind: z.literal('link'), id: z.uuid(), name: z.string(), address: z.url({ protocol: /^https?$/ }) }),
  z.strictObject({ kind: z.literal('person'), id: z.uuid(), name: z.string(), number: z.string() }),
])
const KitChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), item: KitItem }),
  z.strictObject({ kind: z.literal('removed'), id: z.uuid() }),
])

/** What I put ready for a hard moment: words, a link, somebody to call. */
export type KitItem = z.infer<typeof KitItem>
export type KitChange = z.infer<typeof KitChange>

export const kit = sealerOf('kit', KitItem, KitChange)
