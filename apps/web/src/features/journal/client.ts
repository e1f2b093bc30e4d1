import { http } from '@turnstone/protocol'
import { whoIsHere } from '@/features/account/client'
import { loadPartnership, onSteppingBack, openPast, type Past, requireReach } from '@/features/partnership/client'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { live } from '@/lib/socket'
import type { About } from '@/vault/about'
import { vault } from '@/vault/client'
import type { Page } from '@/vault/journal-content'
import { type DraftPage, dropDraft, hasDraft } from './drafts'
import { hasShelf, keepEntries, keptEntries, type Shelf } from './entries'
import { openEntry } from './opening'
import { type Flushed, forDrawer, Outbox, type Outgoing } from './outbox'
import { type JournalState, newestFirst, type Opened, type Room, type SealedEntry } from './store'
import { dropUnsaid, hasUnsaid, loadUnsaid, setAside, type UnsaidWords } from './unsaid'

export type { Flushed, UnsaidWords }
export { dropUnsaid, loadUnsaid, setAside }

/* The journal's only door to the network. */

const TRY_MS = 3_000

const outbox = new Outbox(async ({ entryId, mutationId, room, envelope, checkInId, partnershipId }) => {
  if (partnershipId !== undefined && (await livingRoomId()) !== partnershipId) throw new ApiError('not_linked')
  if (room === 'living') await requireReach()
  const body = { mutationId, room, envelope, ...(checkInId !== null && { checkInId }) }
  await call(http.journal.saveEntry, { params: { entryId }, body })
})

/** One tab at a time: what is sent twice is harmless, and still a waste. */
export const flushOutbox = (): Promise<Flushed> =>
  navigator.locks.request('turnstone.journal.outbox', () => outbox.flush())

/** Tries to send what waits, now and whenever the connection or its author comes back. Returns what stops that. */
export function keepSending(whenDone: (flushed: Flushed) => void): () => void {
  const flush = () => void flushOutbox().then(whenDone)
  flush()
  window.addEventListener('online', flush)
  const stopHearing = onSteppingBack(flush)
  return () => {
    window.removeEventListener('online', flush)
    stopHearing()
  }
}

/**
 * What only this device has: words that did not get through, even now, or such as still wait for their author, in a page
 * or from a check-in.
 */
export type OnlyHere = 'nothing' | 'draft' | 'page'

export async function onlyHere(): Promise<OnlyHere> {
  // One more try, and no long wait: whoever wants to leave is let go.
  await Promise.race([flushOutbox(), new Promise((resolve) => setTimeout(resolve, TRY_MS))])
  if (await outbox.holdsWords()) return 'page'
  return (await hasDraft()) || (await hasUnsaid()) ? 'draft' : 'nothing'
}

export const onJournalChange = (listener: () => void): (() => void) =>
  live.on('poke', ({ noun }) => {
    if (noun === 'journal') listener()
  })

/** What is in a room: pulled since last time, and with what waits to be sent. */
export async function loadRoom(room: Room): Promise<JournalState> {
  try {
    const { userId } = await me()
    const scope = room === 'drawer' ? userId : await livingRoomId()
    if (scope === null) return { kind: 'open', entries: [], offline: false }
    const { entries, offline } = await pull(room, scope)
    const sent = new Set(entries.map(({ entryId }) => entryId))
    const waiting = (await outbox.waiting(room)).filter(
      ({ entryId, partnershipId = scope }) => !sent.has(entryId) && (room === 'drawer' || partnershipId === scope),
    )
    const opened = await Promise.all([
      ...entries.map((entry) => openEntry(entry, 'saved', userId)),
      ...waiting.map((one) => openEntry({ ...one, authorId: userId, savedAtMs: Date.now() }, 'waiting', userId)),
    ])
    return { kind: 'open', entries: timeline(opened), offline }
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

/** What is left of a link that has ended. `elsewhere`: there is no connection, and this device has never read it. */
export type Archive =
  | Exclude<JournalState, { kind: 'open' }>
  | { readonly kind: 'elsewhere' }
  | (Extract<JournalState, { kind: 'open' }> & { readonly past: Past })

/** Its living room, as it was then. */
export async function loadArchive(partnershipId: string): Promise<Archive> {
  try {
    const { userId } = await me()
    const past = await openPast(partnershipId)
    const { entries, offline } = await pull('archive', partnershipId)
    if (offline && !(await hasShelf('archive', partnershipId))) return { kind: 'elsewhere' }
    const opened = await Promise.all(entries.map((entry) => openEntry({ ...entry, partnershipId }, 'saved', userId)))
    return { kind: 'open', entries: timeline(opened), offline, past }
  } catch (thrown) {
    const problem = problemOf(thrown)
    return problem.code === 'offline' ? { kind: 'elsewhere' } : { kind: 'problem', problem }
  }
}

const timeline = (opened: readonly (Opened | null)[]) => newestFirst(opened.filter((one) => one !== null))

/** All of the living room as the server has it, for whoever looks for something that stands in no timeline. */
export async function sealedLiving(partnershipId: string): Promise<readonly SealedEntry[]> {
  return (await pull('living', partnershipId)).entries
}

/** The partnership whose living room is open to me; null when there is none, because nobody is linked. */
async function livingRoomId(): Promise<string | null> {
  const partnership = await loadPartnership()
  switch (partnership.kind) {
    case 'linked':
      return partnership.partnershipId
    case 'locked':
      return partnership.link?.partnershipId ?? null
    case 'alone':
      return null
    case 'problem':
      throw new ApiError(partnership.problem.code)
    case 'blocked':
      throw new ApiError('tampered')
    case 'unknown':
      throw new ApiError('signed_out')
  }
}

async function me(): Promise<{ userId: string }> {
  const account = await whoIsHere()
  if (account.kind === 'problem') throw new ApiError(account.problem.code)
  if (account.kind !== 'signed-in') throw new ApiError('signed_out')
  return account.account
}

async function pull(shelf: Shelf, scope: string): Promise<{ entries: readonly SealedEntry[]; offline: boolean }> {
  const asked = shelf === 'archive' ? ({ room: 'living', of: scope } as const) : { room: shelf }
  let entries = await keptEntries(shelf, scope)
  try {
    for (let more = true; more; ) {
      const after = entries.at(-1)?.cursor ?? '0'
      const pulled = await call(http.journal.listEntries, { query: { ...asked, after } })
      entries = [...entries, ...pulled.entries]
      more = pulled.more
    }
    await keepEntries(shelf, scope, entries)
    return { entries, offline: false }
  } catch (thrown) {
    if (problemOf(thrown).code !== 'offline') throw thrown
    return { entries, offline: true }
  }
}

/* Everything below is kept sealed on this device first, then sent wherever the connection reaches. */

async function keep(outgoing: Outgoing): Promise<Flushed> {
  await outbox.put(outgoing, Date.now())
  return flushOutbox()
}

/** Keeps a page in my drawer. */
export async function keepPage({ entryId, text }: DraftPage): Promise<Flushed> {
  const { envelope } = await vault.journal.sealPage({ entryId, page: { text, writtenAtMs: Date.now() } })
  await outbox.put(forDrawer({ entryId, envelope }), Date.now())
  await dropDraft()
  return flushOutbox()
}

/** `entryId`: a new UUID for each thing composed. Trying again with the same one never makes a second entry. */
interface Words {
  readonly entryId: string
  readonly text: string
}

/** A thank-you that stays with me, in my drawer. */
export async function keepThanks({ entryId, text }: Words): Promise<Flushed> {
  const page = { text, writtenAtMs: Date.now(), thanks: true } as const
  return keep(forDrawer({ entryId, ...(await vault.journal.sealPage({ entryId, page })) }))
}

/** A thank-you to the partner, in the living room. Throws `not_linked`, `vault_locked`. */
export function sendThanks({ entryId, text }: Words): Promise<Flushed> {
  const writtenAtMs = Date.now()
  const shared = { sort: 'thanks', text, writtenAtMs } as const
  const seal = async () => ({ entryId, ...(await vault.journal.sealShared({ entryId, shared })) })
  return keepInLiving(seal, { text, writtenAtMs, thanks: true })
}

/**
 * Keeps a line that the partner offered in a check-in. Only the one who did not offer it can: then both have said yes.
 * Once per line, however often and on however many of my devices. Throws `not_linked`, `vault_locked`.
 */
export function saveLine(line: { lineId: string; checkInId: string; text: string }): Promise<Flushed> {
  const savedAtMs = Date.now()
  const seal = () => vault.journal.sealLine({ ...line, savedAtMs })
  return keepInLiving(seal, { text: line.text, writtenAtMs: savedAtMs })
}

/** Puts a copy of a page into the living room; the page itself stays in the drawer. Throws `not_linked`, `vault_locked`. */
export function sharePage({ entryId, ...page }: Words & { writtenAtMs: number }): Promise<Flushed> {
  const shared = { sort: 'page', sharedAtMs: Date.now(), ...page } as const
  return keepInLiving(async () => ({ entryId, ...(await vault.journal.sealShared({ entryId, shared })) }), null)
}

/** My name and the words about it, for the partner. Throws `not_linked`, `vault_locked`. */
export function sendAbout(about: About): Promise<Flushed> {
  return keepInLiving(() => vault.journal.sealAbout({ about }), null)
}

/** `words` come back to me, into my drawer, should the link end before they are sent. A copied page lies there already. */
async function keepInLiving(
  seal: () => Promise<Pick<Outgoing, 'entryId' | 'envelope'>>,
  words: Page | null,
): Promise<Flushed> {
  // Asked first, because it also opens the keys to seal with.
  const partnershipId = await livingRoomId()
  if (partnershipId === null) throw new ApiError('not_linked')
  const outgoing: Outgoing = { ...forDrawer(await seal()), room: 'living', partnershipId }
  if (!words) return keep(outgoing)
  const { entryId } = await vault.journal.newEntryId()
  const mine = { entryId, ...(await vault.journal.sealPage({ entryId, page: words })) }
  return keep({ ...outgoing, mine })
}

/** Words that are a page of mine from now on. */
export async function keepWords({ entryId, ...page }: Words & { writtenAtMs: number }): Promise<Flushed> {
  return keep(forDrawer({ entryId, ...(await vault.journal.sealPage({ entryId, page })) }))
}

/** Something I said in a check-in, as a page. Its id is mine alone, and the same each time. */
export async function keepSaid({ of, text }: { of: string; text: string }): Promise<Flushed> {
  return keepWords({ ...(await vault.journal.keptEntryId({ of })), text, writtenAtMs: Date.now() })
}

/** Words that were not said, as a page. They are in the outbox before they are set aside no longer. */
export async function keepUnsaid({ entryId, text }: Words): Promise<void> {
  await keepWords({ entryId, text, writtenAtMs: Date.now() })
  await dropUnsaid(entryId)
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
    for (const { checkInId, partnershipId, ...record } of checkIns) {
      const { entryId, envelope } = await vault.journal.sealRecord({ checkInId, record })
      const outgoing = { entryId, mutationId: crypto.randomUUID(), room: 'living', envelope, checkInId } as const
      await outbox.put({ ...outgoing, partnershipId }, Date.now())
    }
    return (await flushOutbox()) === 'empty' ? 'kept' : 'waiting'
  } catch (thrown) {
    return problemOf(thrown).code === 'vault_locked' ? 'locked' : 'waiting'
  }
}
