import { VaultError } from '@turnstone/vault'
import * as z from 'zod'
import { type OwnKind, openOwn, refuseOlder, sealOwn } from './own'
import '@/lib/zod'

/** A list as the server has it; null before the first. */
export type SealedList = { readonly version: number; readonly sealed: string } | null

/** What seals and opens a list of one's own, and the changes to it that wait on the device. */
export type ListSealer<Item, Change> = {
  open(asked: { sealed: SealedList }): Promise<Item[]>
  seal(list: { version: number; items: readonly Item[] }): Promise<{ version: number; sealed: string }>
  /** For this device alone, until the server has the list with it. */
  sealChange(made: { change: Change }): Promise<{ sealed: string }>
  openChange(kept: { sealed: string }): Promise<Change>
}

/* No list has this version: what waits on the device can never be taken for the list itself. */
const CHANGE_VERSION = 0

export function sealerOf<Item, Change>(
  kind: OwnKind,
  Item: z.ZodType<Item>,
  Change: z.ZodType<Change>,
  leastChars = 0,
): ListSealer<Item, Change> {
  return {
    async open({ sealed }) {
      await refuseOlder(kind, sealed?.version ?? 0)
      return sealed ? parsed(z.array(Item), await openOwn(kind, sealed.version, sealed.sealed)) : []
    },
    async seal({ version, items }) {
      return { version, sealed: await sealOwn(kind, version, items, leastChars) }
    },
    async sealChange({ change }) {
      return { sealed: await sealOwn(kind, CHANGE_VERSION, change) }
    },
    async openChange({ sealed }) {
      return parsed(Change, await openOwn(kind, CHANGE_VERSION, sealed))
    },
  }
}

/** Ours, and still data from elsewhere. */
function parsed<T>(shape: z.ZodType<T>, content: unknown): T {
  const result = shape.safeParse(content)
  if (!result.success) throw new VaultError('envelope_tampered', 'content')
  return result.data
}
