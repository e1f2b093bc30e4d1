import { utf8Decode, utf8Encode, VaultError } from '@turnstone/vault'
import * as z from 'zod'
import { About } from './about'
import '@/lib/zod'

/* What stands inside a sealed entry. The server sees a room, a size and an author, and none of this. */

const Ms = z.int().nonnegative()
const Id = z.uuid()

/** A page of my drawer; with `thanks`, a thank-you that I keep for myself. */
export const Page = z.strictObject({ text: z.string(), writtenAtMs: Ms, thanks: z.literal(true).optional() })
export type Page = z.infer<typeof Page>

/** What stays of a check-in: facts both committed, nothing that was said. Its lines are entries of their own. */
export const Record = z.strictObject({
  openedAtMs: Ms,
  endedAtMs: Ms,
  turns: z.int().nonnegative(),
  /** These three stand in every record but the oldest. */
  checkInId: Id.optional(),
  format: z.string().optional(),
  minutes: z.int().positive().optional(),
})
export type Record = z.infer<typeof Record>

/** What one of the two puts into the living room. */
export const Shared = z.discriminatedUnion('sort', [
  z.strictObject({ sort: z.literal('thanks'), text: z.string(), writtenAtMs: Ms }),
  /** A line of a check-in that both keep: one offered it, the other signs this entry. */
  z.strictObject({
    sort: z.literal('line'),
    text: z.string(),
    lineId: Id,
    checkInId: Id,
    offeredBy: Id,
    savedAtMs: Ms,
  }),
  /** A copy of a page of the drawer; the page itself stays where it is. */
  z.strictObject({ sort: z.literal('page'), text: z.string(), writtenAtMs: Ms, sharedAtMs: Ms }),
  /** Its author's name and how to speak of them. It stands in no timeline. */
  About.extend({ sort: z.literal('about') }),
])
export type Shared = z.infer<typeof Shared>

/** Something of the living room, opened. */
export type Living =
  | { readonly sort: 'record'; readonly record: Record }
  | { readonly sort: 'shared'; readonly shared: Shared }

export const toContent = (value: Page | Record | Shared): Uint8Array => utf8Encode(JSON.stringify(value))

/** Ours, and still data from elsewhere. */
export function fromContent<T>(shape: z.ZodType<T>, content: Uint8Array): T {
  const result = shape.safeParse(JSON.parse(utf8Decode(content)))
  if (!result.success) throw new VaultError('envelope_tampered', 'content')
  return result.data
}
