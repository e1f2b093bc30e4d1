'use client'

import { useEffect } from 'react'
import { fetchSealed, saveSealed, sealedOf, useAccount } from '@/features/account/client'
import { Notebook, type NotebookState, OPENING } from '@/lib/notebook'
import { onThisDevice } from '@/lib/notebook-on-device'
import { onReturn } from '@/lib/on-return'
import { useStore } from '@/lib/store'
import { vault } from '@/vault/client'
import type { KitItem } from '@/vault/kit'
import { changed } from './list'

/* The kit's only door to the network: what is in the account comes and goes through the account's own. */

export type KitState = NotebookState<KitItem>

const NOUN = 'kit'

const device = onThisDevice(NOUN, {
  vault: vault.kit,
  changed,
  fetch: () => fetchSealed(NOUN),
  save: (next) => saveSealed(NOUN, next),
})
const notebook = new Notebook({
  ...device,
  /** The page for preparing may never have been opened here: then it came with the account. */
  async kept() {
    const [kept, came] = [await device.kept(), sealedOf(NOUN)]
    return (came?.version ?? 0) > (kept?.version ?? 0) ? came : kept
  },
})

/**
 * My kit, while my vault is open. In use (`meanwhile`) it is what this device has, and nobody is asked: that somebody needs
 * it now is nobody's to see.
 */
export function useKit(when: 'calm' | 'meanwhile'): KitState {
  const account = useAccount()
  const me = account.kind === 'signed-in' && account.vault.kind === 'open' ? account.account.userId : null
  useEffect(() => {
    notebook.belongsTo(me)
    if (me === null) return
    if (when === 'meanwhile') return void notebook.look()
    void notebook.load()
    return onReturn(() => void notebook.load())
  }, [me, when])
  return useStore<KitState>(notebook.state, OPENING)
}

export const loadKit = () => notebook.load()
export const lookAtKit = () => notebook.look()

type Unnamed<Item> = Item extends unknown ? Omit<Item, 'id'> : never

export const addToKit = (item: Unnamed<KitItem>) =>
  notebook.add({ kind: 'added', item: { ...item, id: crypto.randomUUID() } })
export const removeFromKit = (id: string) => notebook.change({ kind: 'removed', id })

/** Whether this device has something of the kit that the account has not: it would be lost with it. */
export const hasUnsentKit = () => notebook.hasUnsent()
