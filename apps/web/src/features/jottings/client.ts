'use client'

import { useEffect } from 'react'
import { fetchSealed, saveSealed, useAccount, whoIsHere } from '@/features/account/client'
import { keepWords } from '@/features/journal/client'
import { Notebook, type NotebookState, OPENING } from '@/lib/notebook'
import { onThisDevice } from '@/lib/notebook-on-device'
import { onReturn } from '@/lib/on-return'
import { useStore } from '@/lib/store'
import { vault } from '@/vault/client'
import type { CameToRest, Jotting, Listed, Resting } from '@/vault/jottings'
import { type Evening, eveningOf, evenings, forgetEvening, noteEvening } from './evening'
import { changed, jottingsIn, restingIn } from './list'

/* The jottings' only door to the network: what is in the account comes and goes through the account's own. */

export { shelfFor } from './address'
export { placeIn } from './list'
export type { CameToRest, Evening, Jotting, Resting }
export { eveningOf, evenings, noteEvening }

const NOUN = 'jottings'

const notebook = new Notebook(
  onThisDevice(NOUN, {
    vault: vault.jottings,
    changed,
    fetch: () => fetchSealed(NOUN),
    save: (next) => saveSealed(NOUN, next),
  }),
)

/** My list as it is, while my vault is open; nothing of it stays on the page when it closes or somebody else signs in. */
function useList(): NotebookState<Listed> {
  const account = useAccount()
  const me = account.kind === 'signed-in' && account.vault.kind === 'open' ? account.account.userId : null
  useEffect(() => {
    notebook.belongsTo(me)
    if (me === null) return
    void notebook.load()
    return onReturn(() => void notebook.load())
  }, [me])
  const state = useStore<NotebookState<Listed>>(notebook.state, OPENING)
  return me === null ? OPENING : state
}

export function useJottings(): NotebookState<Jotting> {
  const state = useList()
  return state.kind === 'open' ? { ...state, items: jottingsIn(state.items) } : state
}

/** What rests of mine, the newest last; nothing while that cannot be known. */
export function useShelf(): readonly Resting[] {
  const state = useList()
  return state.kind === 'open' ? restingIn(state.items) : []
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

/**
 * A check-in is over: what came to rest in it goes to my shelf. The list is written anew also where nothing did, so that
 * a write says nothing.
 */
export async function putEveningAway(checkInId: string, setDown: CameToRest | null): Promise<void> {
  const evening = await eveningOf(checkInId)
  const account = await whoIsHere()
  if (!evening || account.kind !== 'signed-in') return
  notebook.belongsTo(account.account.userId)
  const { rested, stoppedAt, byWord } = evening
  const topics = [...rested, byWord, setDown && (stoppedAt ?? setDown)].flatMap((topic) => topic ?? [])
  await notebook.change({ kind: 'rested', topics })
  await forgetEvening(checkInId)
}

/** A jotting again, in these words; for the check-in that waits, where that is known. */
export const takeUp = (restingId: string, text: string, checkInId: string | null) =>
  notebook.add({
    kind: 'takenUp',
    restingId,
    jotting: {
      id: crypto.randomUUID(),
      text,
      writtenAtMs: Date.now(),
      sorted: checkInId === null ? null : { checkInId, as: 'tonight' },
    },
  })
/** For good, on all of my devices. */
export const letGo = (restingId: string) => notebook.change({ kind: 'letGo', restingId })

/** Whether this device has jottings that the account has not: they would be lost with it. */
export const hasUnsentJottings = () => notebook.hasUnsent()
