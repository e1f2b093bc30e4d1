'use client'

import { useEffect } from 'react'
import { fetchSealed, saveSealed, useAccount } from '@/features/account/client'
import { keepWords } from '@/features/journal/client'
import { localDb } from '@/lib/local-db'
import { onReturn } from '@/lib/on-return'
import { useStore } from '@/lib/store'
import { vault } from '@/vault/client'
import type { Jotting, SealedJottings } from '@/vault/jottings'
import { type JottingsState, Notebook, type Pending } from './notebook'

/* The jottings' only door to the network: what is in the account comes and goes through the account's own. */

export { placeIn } from './list'
export type { Jotting, JottingsState }

const NOUN = 'jottings'
const KEPT = 'jottings.kept'
const KIND = 'jottings'

const notebook = new Notebook({
  vault: vault.jottings,
  async fetch() {
    const item = await fetchSealed(KIND)
    return item && { version: item.version, sealed: item.sealed }
  },
  save: (next) => saveSealed(KIND, next),
  kept: async () => ((await (await localDb()).get('meta', KEPT)) as SealedJottings | undefined) ?? null,
  keep: async (sealed) => void (await (await localDb()).put('meta', sealed, KEPT)),
  async pending() {
    const waiting = await (await localDb()).getAllFromIndex('outbox', 'noun', NOUN)
    const inOrder = waiting.toSorted((one, other) => one.savedAtMs - other.savedAtMs)
    return inOrder.map(({ payload }) => payload as Pending)
  },
  async put(pending) {
    await (await localDb()).put('outbox', { id: pending.id, noun: NOUN, savedAtMs: Date.now(), payload: pending })
  },
  async drop(ids) {
    const { store, done } = (await localDb()).transaction('outbox', 'readwrite')
    await Promise.all([...ids.map((id) => store.delete(id)), done])
  },
  alone: (work) => navigator.locks.request('turnstone.jottings', work),
  newId: () => crypto.randomUUID(),
  nowMs: () => Date.now(),
})

const OPENING: JottingsState = { kind: 'opening' }

let whose: string | null = null

/** My jottings, while my vault is open; nothing of them stays on the page when it closes or somebody else signs in. */
export function useJottings(): JottingsState {
  const account = useAccount()
  const me = account.kind === 'signed-in' && account.vault.kind === 'open' ? account.account.userId : null
  useEffect(() => {
    if (whose !== me) notebook.close()
    whose = me
    if (me === null) return
    void notebook.load()
    return onReturn(() => void notebook.load())
  }, [me])
  return useStore(notebook.state, OPENING)
}

export const loadJottings = () => notebook.load()
export const addJotting = (text: string) => notebook.add(text)
export const sortJotting = (id: string, checkInId: string, as: 'tonight' | 'later') =>
  notebook.sort(id, { checkInId, as })
export const removeJotting = (id: string) => notebook.remove(id)

/** Only mine: from here on it is a page of my drawer. Kept there first, so that a crash in between loses nothing. */
export async function moveToDrawer({ id, text, writtenAtMs }: Jotting): Promise<void> {
  await keepWords({ entryId: id, text, writtenAtMs })
  await notebook.remove(id)
}

/** Whether this device has jottings that the account has not: they would be lost with it. */
export const hasUnsentJottings = () => notebook.hasUnsent()
