import * as z from 'zod'
import { sealerOf } from './sealed-list'
import '@/lib/zod'

const Jotting = z.strictObject({
  id: z.uuid(),
  text: z.string(),
  writtenAtMs: z.int().nonnegative(),
  /** What I said about it at the start of a check-in; it holds for that one only. */
  sorted: z.strictObject({ checkInId: z.uuid(), as: z.enum(['tonight', 'later']) }).nullable(),
})
const JottingChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), jotting: Jotting }),
  z.strictObject({ kind: z.literal('sorted'), id: z.uuid(), sorted: Jotting.shape.sorted }),
  z.strictObject({ kind: z.literal('removed'), id: z.uuid() }),
])

/** A note of mine for our next check-in. */
export type Jotting = z.infer<typeof Jotting>
/** One thing I did to my list, so that it can be done again to a list that another device has changed meanwhile. */
export type JottingChange = z.infer<typeof JottingChange>

export const jottings = sealerOf('jottings', Jotting, JottingChange)
