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
/** Its id is made of the check-in and the turn, so that all of my devices mean the same one. */
const RestingId = z.string().min(1)
const Resting = z.strictObject({
  restingId: RestingId,
  checkInId: z.uuid(),
  /** What the agenda called it. */
  step: z.string(),
  /** The jotting of mine that it was; null where I had none. */
  text: z.string().nullable(),
  sinceMs: z.int().nonnegative(),
})
/** It was on the shelf and is not any more: a device that hears of it late must not put it there again. */
const Left = z.strictObject({ leftId: RestingId })
const Listed = z.union([Jotting, Resting, Left])

const CameToRest = Resting.omit({ text: true }).extend({ jottingId: z.uuid().nullable() })
const ListChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), jotting: Jotting }),
  z.strictObject({ kind: z.literal('sorted'), id: z.uuid(), sorted: Jotting.shape.sorted }),
  z.strictObject({ kind: z.literal('removed'), id: z.uuid() }),
  /** A check-in is over, with what came to rest in it: often nothing. */
  z.strictObject({ kind: z.literal('rested'), topics: z.array(CameToRest) }),
  z.strictObject({ kind: z.literal('takenUp'), restingId: RestingId, jotting: Jotting }),
  z.strictObject({ kind: z.literal('letGo'), restingId: RestingId }),
])

/** A note of mine for our next check-in. */
export type Jotting = z.infer<typeof Jotting>
/** A topic on my shelf: it rested in a check-in, and is taken up again when I like, or never. */
export type Resting = z.infer<typeof Resting>
export type CameToRest = z.infer<typeof CameToRest>
export type Listed = z.infer<typeof Listed>
/** One thing I did to my list, so that it can be done again to a list that another device has changed meanwhile. */
export type ListChange = z.infer<typeof ListChange>

/**
 * A list smaller than this is sealed as if it were as large. Its size grows in doublings, and without that a topic that came
 * to rest could show in it at the end of a check-in.
 */
const LEAST_CHARS = 4_100

export const jottings = sealerOf('jottings', Listed, ListChange, LEAST_CHARS)
