'use client'

import { http } from '@turnstone/protocol'
import { useEffect } from 'react'
import {
  fetchSealed,
  isLocked,
  reloadAccount,
  saveSealed,
  sealedOf,
  useAccount,
  whoIsHere,
} from '@/features/account/client'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { dropInvitation } from '@/lib/invitation-in-hand'
import { looking } from '@/lib/looking'
import { onReturn } from '@/lib/on-return'
import { live } from '@/lib/socket'
import { useStore } from '@/lib/store'
import { useRetry } from '@/lib/use-retry'
import { vault } from '@/vault/client'
import type { Person } from '@/vault/partnership'
import type { Compared } from '@/vault/pins'
import { fetchLinks, type Links } from './links'
import { keepAbout, readAbout } from './profile'
import {
  keepSteppedBack,
  keepWriting,
  lastKnownSteppedBack,
  onSteppingBack,
  readSteppedBack,
  tellTabs,
} from './stepping-back'
import { type Link, type PartnershipState, type Past, partnershipStore, UNKNOWN } from './store'

export type { PartnershipState, Past, Person }
export { keepAbout, onSteppingBack, readAbout }

/** With whom. Loaded once the account is known, kept up to date by pokes and on coming back to the page. */
export function usePartnership(): PartnershipState {
  const account = useAccount()
  const vaultState = account.kind === 'signed-in' ? account.vault.kind : 'none'
  useEffect(() => {
    if (vaultState === 'none') {
      partnershipStore.set(UNKNOWN)
      return
    }
    if (vaultState === 'locked') close()
    // The vault was opened or closed: what was read with the keys as they were is not how it stands now.
    void reloadPartnership()
    const stopListening = live.on('poke', ({ noun }) => noun === 'partnership' && void reloadPartnership())
    const stopWatching = onReturn(() => void loadPartnership())
    const stopHearing = onSteppingBack(() => void reloadPartnership())
    const stopWriting = vaultState === 'open' ? keepWriting() : () => {}
    return () => {
      stopListening()
      stopWatching()
      stopHearing()
      stopWriting()
    }
  }, [vaultState])
  const state = useStore(partnershipStore, UNKNOWN)
  useRetry(state.kind === 'problem', loadPartnership)
  return state
}

/** Tells of every look at the server: what goes with the link, such as an invitation, may have changed too. */
export const onPartnership = partnershipStore.subscribe

const look = looking(() =>
  read()
    .catch(readAnew)
    .catch((thrown): PartnershipState => ({ kind: 'problem', problem: problemOf(thrown) }))
    .then(become),
)

/** Asks the server, compares with the pins, and opens the link's keys in the vault. Concurrent callers share one answer. */
export const loadPartnership = look.any

/** Asks again after a change: an answer from before it will not do. */
const reloadPartnership = look.anew

/** Another tab may have pinned something since this one asked: the vault has seen it, and refuses what is older. */
async function readAnew(thrown: unknown): Promise<PartnershipState> {
  if (problemOf(thrown).code !== 'tampered') throw thrown
  await fetchSealed('pins')
  return read()
}

/** Nobody's name stays on the screen of a closed vault, whatever the network does. */
function close(): void {
  const known = partnershipStore.get()
  if (needsKeys(known)) partnershipStore.set({ kind: 'locked', link: known.kind === 'alone' ? null : linkOf(known) })
}

const needsKeys = (state: PartnershipState) =>
  state.kind === 'alone' || state.kind === 'blocked' || state.kind === 'linked'

function become(state: PartnershipState): PartnershipState {
  const before = partnershipStore.get()
  // It was locked while the answer was on its way.
  if (before.kind === 'locked' && needsKeys(state) && isLocked()) return before
  // What is known stays on the screen while there is no connection.
  if (state.kind === 'problem' && before.kind !== 'unknown' && before.kind !== 'problem') return before
  partnershipStore.set(state)
  return state
}

async function read(): Promise<PartnershipState> {
  const account = await whoIsHere()
  if (account.kind === 'problem') return account
  if (account.kind !== 'signed-in') return UNKNOWN
  const { partnership, past: ended } = await fetchLinks()
  if (account.vault.kind === 'locked') return { kind: 'locked', link: partnership && linkOf(partnership) }
  const past = await known(ended)
  const pins = sealedOf('pins')
  if (!partnership) {
    const waitingFor = await vault.partnership.waitingFor({ pins })
    return { kind: 'alone', waitingFor, past, news: await isNews(past) }
  }
  const opened = await vault.partnership.open({ claimed: partnership, pins })
  if (opened.kind === 'blocked') return { ...opened, ...linkOf(partnership) }
  if (opened.pins) await savePins(opened.pins)
  dropInvitation()
  const { linkedAtMs } = partnership
  const { partner, compared } = opened
  const steppedBack = await readSteppedBack()
  const myName = (await readAbout())?.name ?? null
  return { kind: 'linked', partner, compared, linkedAtMs, steppedBack, myName, past, ...linkOf(partnership) }
}

type SealedEntry = http.journal.Entry
/** The links that have ended, by name; from now on none of them is taken for one that stands. */
async function known(ended: Links['past']): Promise<readonly Past[]> {
  if (ended.length === 0) return []
  const of = { ended: ended.map(({ partnershipId }) => partnershipId), pins: sealedOf('pins') }
  const { partners, pins } = await vault.partnership.past(of)
  if (pins) await savePins(pins)
  return ended.map(({ linkedAtMs, endedAtMs, ...link }, place) => {
    return { ...linkOf(link), linkedAtMs, endedAtMs, partner: partners[place] ?? null }
  })
}

const TOLD = 'partnership.told'
const localDb = async () => (await import('@/lib/local-db')).localDb

async function isNews([newest]: readonly Past[]): Promise<boolean> {
  return newest !== undefined && (await (await localDb()).get('meta', TOLD)) !== newest.partnershipId
}

/** This person has read that the link is over; they are not told every day. */
export async function toldOfEnd(): Promise<void> {
  const state = partnershipStore.get()
  if (state.kind !== 'alone' || !state.news) return
  await (await localDb()).put('meta', state.past[0]?.partnershipId, TOLD)
  partnershipStore.set({ ...state, news: false })
}

/**
 * Whether anything of mine may go out to the other: nothing does while I have stepped back, except what stops. On a device
 * with a closed vault, what it knew last counts.
 */
export async function mayReachOut(): Promise<boolean> {
  const state = partnershipStore.get()
  return !(state.kind === 'linked' ? state.steppedBack : await lastKnownSteppedBack())
}

/** Every door out asks. Throws `stepped_back` when nothing of mine may go out. */
export async function requireReach(): Promise<void> {
  if (!(await mayReachOut())) throw new ApiError('stepped_back')
}

/** Steps back, or comes back. The other is told nothing, and the server learns nothing. */
export async function stepBack(steppedBack: boolean): Promise<void> {
  await keepSteppedBack(steppedBack)
  const state = partnershipStore.get()
  if (state.kind === 'linked') partnershipStore.set({ ...state, steppedBack })
}

/** Ends the link, at once. Needs no key. Once it is answered, it is over for both, whoever was first. */
export async function unlink({ partnershipId }: Pick<Link, 'partnershipId'>): Promise<void> {
  await call(http.partnership.unlink, { params: { partnershipId } })
  await reloadPartnership()
}

/**
 * Opens the keys of a link that has ended, for reading what is left of it, and says which it was. Without a connection, as
 * this device knew it. Throws `not_found`, `offline`, `tampered`.
 */
export async function openPast(partnershipId: string): Promise<Past> {
  const one = (await fetchLinks()).past.find((link) => link.partnershipId === partnershipId)
  if (!one) throw new ApiError('not_found')
  await vault.partnership.openPast({ past: { partnershipId, epochs: one.epochs }, pins: sealedOf('pins') })
  const { partners } = await vault.partnership.past({ ended: [partnershipId], pins: sealedOf('pins') })
  const { linkedAtMs, endedAtMs } = one
  return { ...linkOf(one), linkedAtMs, endedAtMs, partner: partners[0] ?? null }
}

const linkOf = ({ partnershipId, seat }: Link): Link => ({ partnershipId, seat })

/** Keeps what the partner says of themselves in these entries of our living room, should it be new. */
export async function hear(partnershipId: string, entries: readonly SealedEntry[]): Promise<void> {
  const pins = await vault.partnership.hear({ partnershipId, entries, pins: sealedOf('pins') })
  if (!pins) return
  await savePins(pins)
  tellTabs()
  await reloadPartnership()
}

/** Another device may have pinned meanwhile: then its pins are loaded, and the next look uses them. */
async function savePins(next: { version: number; sealed: string }): Promise<void> {
  try {
    await saveSealed('pins', next)
  } catch (thrown) {
    if (problemOf(thrown).code === 'version_conflict') await reloadAccount()
    throw thrown
  }
}

/** What the two compare aloud. It takes a moment: the words are stretched. */
export const safetyPhrase = ({ partnershipId }: Link) =>
  vault.partnership.safetyPhrase({ partnershipId, pins: sealedOf('pins') })

/** Keeps what this person heard, sealed for themselves. `different` blocks the link, `same` or null opens it again. */
export async function saveCompared({ partnershipId }: Link, compared: Compared): Promise<void> {
  await savePins(await vault.partnership.compared({ partnershipId, pins: sealedOf('pins'), compared }))
  await reloadPartnership()
}

/** My invitation, as I see it. */
export type MyInvitation =
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly link: string; readonly expiresAtMs: number }
  | { readonly kind: 'answered'; readonly person: Person; readonly confirm: () => Promise<void> }
  /** Somebody answered without the link's secret. */
  | { readonly kind: 'forged' }

/** The path has no language: the front door gives the reader theirs, and the fragment comes along. */
export const linkTo = (secret: string) => `${location.origin}/invite#${secret}`

export async function myInvitation(): Promise<MyInvitation> {
  const { invitation } = await call(http.invitation.getMyInvitation)
  if (!invitation) return { kind: 'none' }
  const { acceptance, expiresAtMs, lookupId, ...sealed } = invitation
  if (acceptance === null) {
    const { secret } = await vault.partnership.secretOfMine(sealed)
    return { kind: 'open', link: linkTo(secret), expiresAtMs }
  }
  try {
    const person = await vault.partnership.whoAccepted({ invitation: sealed, acceptance })
    return { kind: 'answered', person, confirm: () => confirm(lookupId, sealed, acceptance) }
  } catch (thrown) {
    if (problemOf(thrown).code === 'tampered') return { kind: 'forged' }
    throw thrown
  }
}

export async function createInvitation(): Promise<MyInvitation> {
  const { secret, ...body } = await vault.partnership.invite({ name: (await readAbout())?.name })
  const { expiresAtMs } = await call(http.invitation.createInvitation, { body })
  return { kind: 'open', link: linkTo(secret), expiresAtMs }
}

export async function withdrawInvitation(): Promise<void> {
  await call(http.invitation.withdrawInvitation)
}

async function confirm(
  lookupId: string,
  invitation: { bundle: string; kept: string },
  acceptance: string,
): Promise<void> {
  const { pins, ...body } = await vault.partnership.confirm({ invitation, acceptance, pins: sealedOf('pins') })
  // Pinned before it is sent: a link must never exist that this person's devices do not know.
  await savePins(pins)
  await call(http.invitation.confirmInvitation, { body: { lookupId, ...body } })
  await reloadPartnership()
}

/** An invitation somebody sent me. */
export interface Asked {
  readonly secret: string
  readonly lookupId: string
  readonly bundle: string
  readonly person: Person
}

/** Needs no account and leaves no trace. Throws `invitation_*`, `tampered`. */
export async function openInvitation(secret: string): Promise<Asked> {
  const { lookupId } = await vault.partnership.lookupId({ secret })
  const { bundle } = await call(http.invitation.openInvitation, { body: { lookupId } })
  return { secret, lookupId, bundle, person: await vault.partnership.whoAsks({ secret, bundle }) }
}

export async function acceptInvitation({ secret, lookupId, bundle }: Asked): Promise<void> {
  const { acceptance, pins } = await vault.partnership.accept({
    secret,
    bundle,
    pins: sealedOf('pins'),
    name: (await readAbout())?.name,
  })
  await savePins(pins)
  await call(http.invitation.acceptInvitation, { body: { lookupId, acceptance } })
  dropInvitation()
  await reloadPartnership()
}
