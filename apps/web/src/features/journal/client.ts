import { http } from '@turnstone/protocol'
import { whoIsHere } from '@/features/account/client'
import { loadPartnership } from '@/features/partnership/client'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { live } from '@/lib/socket'
import { vault } from '@/vault/client'
import { type DraftPage, dropDraft, hasDraft } from './drafts'
import { keepEntries, keptEntries } from './entries'
import { type Flushed, Outbox, type Outgoing } from './outbox'
import { type JournalState, newestFirst, type Opened, type Room, type SealedEntry } from './store'

/* The journal's only door to the network. */

const TRY_MS = 3_000

const outbox = new Outbox(async ({ entryId, mutationId, room, envelope, checkInId }) => {
  const body = { mutationId, room, envelope, ...(checkInId !== null && { checkInId }) }
  await call(http.journal.saveEntry, { params: { entryId }, body })
})

/** One tab at a time: what is sent twice is harmless, and still a waste. */
export const flushOutbox = (): Promise<Flushed> =>
  navigator.locks.request('turnstone.journal.outbox', () => outbox.flush())

/** Tries to send what waits, now and whenever the connection comes back. Returns what stops that. */
export function keepSending(whenDone: (flushed: Flushed) => void): () => void {
  const flush = () => void flushOutbox().then(whenDone)
  flush()
  window.addEventListener('online', flush)
  return () => window.removeEventListener('online', flush)
}

/** What only this device has: a page that did not get through, even now, or one that is still being written. */
export type OnlyHere = 'nothing' | 'draft' | 'page'

export async function onlyHere(): Promise<OnlyHere> {
  // One more try, and no long wait: whoever wants to leave is let go.
  await Promise.race([flushOutbox(), new Promise((resolve) => setTimeout(resolve, TRY_MS))])
  if (await outbox.holdsPages()) return 'page'
  return (await hasDraft()) ? 'draft' : 'nothing'
}

export const onJournalChange = (listener: () => void): (() => void) =>
  live.on('poke', ({ noun }) => {
    if (noun === 'journal') listener()
  })

/** What is in a room: pulled since last time, and with what waits to be sent. */
export async function loadRoom(room: Room): Promise<JournalState> {
  try {
    const scope = await scopeOf(room)
    if (scope === null) return { kind: 'open', entries: [], offline: false }
    const { entries, offline } = await pull(room, scope)
    const waiting = await outbox.waiting(room)
    const sent = new Set(entries.map(({ entryId }) => entryId))
    const opened = await Promise.all([
      ...entries.map((entry) => open(entry, 'saved')),
      ...waiting.filter(({ entryId }) => !sent.has(entryId)).map((one) => openWaiting(one)),
    ])
    return { kind: 'open', entries: newestFirst(opened), offline }
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

/** Whose room it is; null when there is none, because nobody is linked. */
async function scopeOf(room: Room): Promise<string | null> {
  if (room === 'drawer') return (await me()).userId
  const partnership = await loadPartnership()
  if (partnership.kind === 'linked') return partnership.partnershipId
  if (partnership.kind === 'problem') throw new ApiError(partnership.problem.code)
  return null
}

async function me(): Promise<{ userId: string }> {
  const account = await whoIsHere()
  if (account.kind === 'problem') throw new ApiError(account.problem.code)
  if (account.kind !== 'signed-in') throw new ApiError('signed_out')
  return account.account
}

async function pull(room: Room, scope: string): Promise<{ entries: readonly SealedEntry[]; offline: boolean }> {
  let entries = await keptEntries(room, scope)
  try {
    for (let more = true; more; ) {
      const after = entries.at(-1)?.cursor ?? '0'
      const pulled = await call(http.journal.listEntries, { query: { room, after } })
      entries = [...entries, ...pulled.entries]
      more = pulled.more
    }
    await keepEntries(room, scope, entries)
    return { entries, offline: false }
  } catch (thrown) {
    if (problemOf(thrown).code !== 'offline') throw thrown
    return { entries, offline: true }
  }
}

type Sealed = Pick<SealedEntry, 'entryId' | 'room' | 'authorId' | 'envelope' | 'savedAtMs'>

async function open(entry: Sealed, state: 'saved' | 'waiting'): Promise<Opened> {
  const { entryId } = entry
  try {
    if (entry.room === 'drawer') return { kind: 'page', entryId, page: await vault.journal.openPage(entry), state }
    return { kind: 'record', entryId, record: await vault.journal.openRecord(entry), state }
  } catch (thrown) {
    const { code } = problemOf(thrown)
    if (code === 'vault_locked' || code === 'offline') throw thrown
    return { kind: 'unreadable', entryId, atMs: entry.savedAtMs }
  }
}

async function openWaiting(outgoing: Outgoing): Promise<Opened> {
  const { userId } = await me()
  return open({ ...outgoing, authorId: userId, savedAtMs: Date.now() }, 'waiting')
}

/** Keeps a page: sealed, on this device first, then wherever the connection reaches. */
export async function keepPage({ entryId, text }: DraftPage): Promise<Flushed> {
  const { envelope } = await vault.journal.sealPage({ entryId, page: { text, writtenAtMs: Date.now() } })
  await outbox.put({ entryId, mutationId: crypto.randomUUID(), room: 'drawer', envelope, checkInId: null }, Date.now())
  await dropDraft()
  return flushOutbox()
}

/** How the records of ended check-ins stand. */
export type Recorded = 'kept' | 'waiting' | 'locked'

/**
 * Writes the record of every check-in that was opened, has ended and has none. Both partners' devices do it: they make
 * the same id, and the server keeps the first.
 */
export async function recordEnded(): Promise<Recorded> {
  try {
    const partnership = await loadPartnership()
    if (partnership.kind === 'locked') return 'locked'
    if (partnership.kind !== 'linked') return 'waiting'
    const { checkIns } = await call(http.checkIn.listUnrecorded)
    for (const { checkInId, openedAtMs, endedAtMs, turns } of checkIns) {
      const { entryId, envelope } = await vault.journal.sealRecord({
        checkInId,
        record: { openedAtMs, endedAtMs, turns },
      })
      await outbox.put({ entryId, mutationId: crypto.randomUUID(), room: 'living', envelope, checkInId }, Date.now())
    }
    return (await flushOutbox()) === 'empty' ? 'kept' : 'waiting'
  } catch (thrown) {
    return problemOf(thrown).code === 'vault_locked' ? 'locked' : 'waiting'
  }
}
