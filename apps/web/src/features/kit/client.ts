'use client'

import { http, LIMITS } from '@turnstone/protocol'
import { useEffect, useState } from 'react'
import { fetchSealed, saveSealed, sealedOf, useAccount, whoIsHere } from '@/features/account/client'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { Notebook, type NotebookState, OPENING } from '@/lib/notebook'
import { onThisDevice } from '@/lib/notebook-on-device'
import { onReturn } from '@/lib/on-return'
import { createStore, useStore } from '@/lib/store'
import { vault } from '@/vault/client'
import type { KitItem } from '@/vault/kit'
import { changed, ofKind } from './list'
import { smallerOf } from './picture-file'
import { bringPictures, type PicturePorts, settlePictures } from './pictures'
import { picturesOnThisDevice } from './pictures-on-device'

/* The kit's only door to the network: the list comes and goes through the account's own, pictures on their own. */

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

/** Goes up when a picture has come to this device or left it. */
const pictureChanges = createStore(0)
/** What the account has not of the pictures alone. */
const unsentPictures = createStore<'none' | 'waiting' | 'full'>('none')
const pictures: PicturePorts = {
  ...picturesOnThisDevice(() => pictureChanges.set(pictureChanges.get() + 1)),
  send: (pictureId, sealed) => call(http.kit.putPicture, { params: { pictureId }, body: { sealed } }),
  remove: (pictureId) => call(http.kit.deletePicture, { params: { pictureId } }),
  async fetch(pictureId) {
    try {
      return (await call(http.kit.getPicture, { params: { pictureId } })).sealed
    } catch (thrown) {
      if (problemOf(thrown).code === 'not_found') return null
      throw thrown
    }
  },
}
/** One tab at a time: a picture and its place in the list are put in and taken out together. */
const withPictures = <T>(work: () => Promise<T>) => navigator.locks.request(`turnstone.${NOUN}.pictures`, work)

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
    void loadKit()
    return onReturn(() => void loadKit())
  }, [me, when])
  const state = useStore<KitState>(notebook.state, OPENING)
  const unsent = useStore(unsentPictures, 'none')
  return state.kind === 'open' && state.unsent === 'none' ? { ...state, unsent } : state
}

export async function loadKit(): Promise<void> {
  await notebook.load()
  await settle()
}
export const lookAtKit = () => notebook.look()

const listed = (): string[] | null => {
  const state = notebook.state.get()
  if (state.kind !== 'open' || state.unsent !== 'none') return null
  return ofKind(state.items, 'picture').map(({ id }) => id)
}

async function settle(): Promise<void> {
  if (listed()?.length === 0 && (await pictures.untold()).length + (await pictures.here()).length === 0) return
  await withPictures(async () => {
    // Another tab may have put one in since: only what is listed now, and in the account, is known to be in no kit.
    await notebook.load()
    const inAccount = listed()
    if (inAccount === null) return
    try {
      const outcome = await settlePictures(pictures, inAccount)
      unsentPictures.set(outcome === 'full' ? 'full' : 'none')
    } catch (thrown) {
      const { code } = problemOf(thrown)
      if (code !== 'offline' && code !== 'database_away') throw thrown
      unsentPictures.set((await pictures.untold()).length > 0 ? 'waiting' : 'none')
    }
  })
}

/** Brings the pictures that this device has not, so that they are there without a network. Once for each start of the app. */
export async function bringKit(): Promise<void> {
  const account = await whoIsHere()
  if (account.kind !== 'signed-in' || account.vault.kind !== 'open' || !sealedOf(NOUN)) return
  notebook.belongsTo(account.account.userId)
  await notebook.look()
  const known = listed()
  if (known) await bringPictures(pictures, known)
}

type Unnamed<Item> = Item extends unknown ? Omit<Item, 'id'> : never

export const addToKit = (item: Unnamed<KitItem>) =>
  notebook.add({ kind: 'added', item: { ...item, id: crypto.randomUUID() } })
/** Throws `too_large` when the list has no room for it. */
export const changeInKit = (item: KitItem) => notebook.add({ kind: 'changed', item })

/** Throws `not_a_picture`, and `too_large` when the kit holds as many as it can. */
export async function addPictureToKit(file: Blob, words: string): Promise<void> {
  const { bytes, width, height } = await smallerOf(file)
  const id = crypto.randomUUID()
  const { sealed } = await vault.kit.sealPicture({ id, file: bytes })
  await withPictures(async () => {
    if ((listed() ?? []).length >= LIMITS.pictures) throw new ApiError('too_large')
    await pictures.keep(id, sealed)
    await pictures.tell({ id, what: 'put' })
    await notebook.add({ kind: 'added', item: { kind: 'picture', id, words, width, height } })
  })
  await settle()
}

export async function removeFromKit({ id, kind }: Pick<KitItem, 'id' | 'kind'>): Promise<void> {
  if (kind !== 'picture') return notebook.change({ kind: 'removed', id })
  await withPictures(async () => {
    await pictures.tell({ id, what: 'removed' })
    await notebook.change({ kind: 'removed', id })
  })
  await settle()
}

export type Shown =
  | { readonly kind: 'opening' | 'away' | 'unreadable' }
  | { readonly kind: 'here'; readonly url: string }

/** A picture of the kit, as something to show. `away`: it has not come to this device yet. */
export function usePicture(id: string): Shown {
  const [shown, setShown] = useState<Shown>({ kind: 'opening' })
  useEffect(() => {
    let here = true
    let url: string | null = null
    const look = async () => {
      // A picture does not change: once it is open it is not opened again.
      if (url !== null) return
      const next = await opened(id)
      if (next.kind !== 'here') return here && setShown(next)
      if (!here || url !== null) return URL.revokeObjectURL(next.url)
      url = next.url
      setShown(next)
    }
    void look()
    const stop = pictureChanges.subscribe(() => void look())
    return () => {
      here = false
      stop()
      if (url) URL.revokeObjectURL(url)
    }
  }, [id])
  return shown
}

async function opened(id: string): Promise<Shown> {
  try {
    const sealed = await pictures.read(id)
    if (sealed === null) return { kind: 'away' }
    const bytes = await vault.kit.openPicture({ id, sealed })
    return { kind: 'here', url: URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })) }
  } catch {
    // Changed on its way, or the pages were closed in this moment: the words beside it say what it was.
    return { kind: 'unreadable' }
  }
}

/** Whether this device has something of the kit that the account has not: it would be lost with it. */
export const hasUnsentKit = async () => (await notebook.hasUnsent()) || (await pictures.untold()).length > 0
