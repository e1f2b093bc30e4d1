'use client'

import { useEffect } from 'react'
import { fetchSealed, saveSealed, useAccount } from '@/features/account/client'
import { keepWords } from '@/features/journal/client'
import { Notebook, type NotebookState, OPENING } from '@/lib/notebook'
import { onThisDevice } from '@/lib/notebook-on-device'
import { onReturn } from '@/lib/on-return'
import { useStore } from '@/lib/store'
import { vault } from '@/vault/client'
import type { Jotting } from '@/vault/jottings'
import { changed } from './list'

/* The jottings' only door to the network: what is in the account comes and goes through the account's own. */

export { placeIn } from './list'
export type { Jotting }

const NOUN = 'jottings'

const notebook = new Notebook(
  onThisDevice(NOUN, {
    vault: vault.jottings,
    changed,
    fetch: () => fetchSealed(NOUN),
    save: (next) => saveSealed(NOUN, next),
  }),
)

/** My jottings, while my vault is open; nothing of them stays on the page when it closes or somebody else signs in. */
export function useJottings(): NotebookState<Jotting> {
  const account = useAccount()
  const me = account.kind === 'signed-in' && account.vault.kind === 'open' ? account.account.userId : null
  useEffect(() => {
    notebook.belongsTo(me)
    if (me === null) return
    void notebook.load()
    return onReturn(() => void notebook.load())
  }, [me])
  return useStore<NotebookState<Jotting>>(notebook.state, OPENING)
}

export const loadJottings = () => notebook.load()
export const addJotting = (text: string) =>
  notebook.add({
    kind: 'added',
    jotting: { id: crypto.randomUUID(), text, writtenAtMs: Date.now(), sorted: null },
  })
export const sortJotting = (id: string, checkInId: string, as: 'tonight' | 'later') =>
  notebook.change({ kind: 'sorted', id, sorted: { checkInId, as } })
export const removeJotting = (id: string) => notebook.change({ kind: 'removed', id })

/** Only mine: from here on it is a page of my drawer. Kept there first, so that a crash in between loses nothing. */
export async function moveToDrawer({ id, text, writtenAtMs }: Jotting): Promise<void> {
  await keepWords({ entryId: id, text, writtenAtMs })
  await removeJotting(id)
}

/** Whether this device has jottings that the account has not: they would be lost with it. */
export const hasUnsentJottings = () => notebook.hasUnsent()
