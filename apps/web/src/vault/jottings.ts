import { VaultError } from '@turnstone/vault'
import * as z from 'zod'
import { openOwn, refuseOlder, sealOwn } from './own'
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
/** The list as the server has it; null before the first. */
export type SealedJottings = { readonly version: number; readonly sealed: string } | null

/* No list has this version: what waits on the device can never be taken for the list itself. */
const CHANGE_VERSION = 0

export const jottings = {
  async open({ sealed }: { sealed: SealedJottings }): Promise<Jotting[]> {
    await refuseOlder('jottings', sealed?.version ?? 0)
    return sealed ? parsed(z.array(Jotting), await openOwn('jottings', sealed.version, sealed.sealed)) : []
  },

  async seal({ version, jottings }: { version: number; jottings: readonly Jotting[] }) {
    return { version, sealed: await sealOwn('jottings', version, jottings) }
  },

  /** For this device alone, until the server has the list with it. */
  async sealChange({ change }: { change: JottingChange }): Promise<{ sealed: string }> {
    return { sealed: await sealOwn('jottings', CHANGE_VERSION, change) }
  },

  async openChange({ sealed }: { sealed: string }): Promise<JottingChange> {
    return parsed(JottingChange, await openOwn('jottings', CHANGE_VERSION, sealed))
  },
}

/** Ours, and still data from elsewhere. */
function parsed<T>(shape: z.ZodType<T>, content: unknown): T {
  const result = shape.safeParse(content)
  if (!result.success) throw new VaultError('envelope_tampered', 'content')
  return result.data
}
