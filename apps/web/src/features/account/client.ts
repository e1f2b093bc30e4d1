'use client'

import { http, type RouteReply } from '@turnstone/protocol'
import { useEffect } from 'react'
import type { Locale } from '@/i18n/locales'
import { isOverdue, touch } from '@/lib/auto-lock'
import { returnCookie, takeCookie } from '@/lib/cookie'
import { ApiError, type ProblemCode, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { looking } from '@/lib/looking'
import { silence } from '@/lib/notices'
import { finishLeaving } from '@/lib/quick-exit'
import { isSame } from '@/lib/same'
import { hintSession, sessionHinted } from '@/lib/session-hint'
import { live } from '@/lib/socket'
import { useStore } from '@/lib/store'
import { deviceOf } from '@/lib/this-device'
import { useRetry } from '@/lib/use-retry'
import type { VaultState } from '@/vault/account'
import { vault } from '@/vault/client'
import type { Device } from '@/vault/session-label'
import { type Account, type AccountState, accountStore, type SignedIn, UNKNOWN } from './store'

export type { Account, AccountState, Device }
export type SealedKind = Account['sealed'][number]['kind']

const look = looking(read)

/** Who is here. Loads it once per tab; every component that asks sees the same. */
export function useAccount(): AccountState {
  useEffect(() => {
    if (accountStore.get().kind === 'unknown') void loadAccount()
  }, [])
  const state = useStore(accountStore, UNKNOWN)
  useRetry(state.kind === 'problem' || (state.kind === 'signed-in' && state.from === 'device'), loadAccount)
  return state
}

/** Asks the server. Concurrent callers share one answer. */
export const loadAccount = look.any

/** Asks again after a change: an answer from before it will not do. */
export const reloadAccount = look.anew

/** What is known, or else what the server says. */
export async function whoIsHere(): Promise<AccountState> {
  const known = accountStore.get()
  return known.kind === 'unknown' ? loadAccount() : known
}

/** Somebody is here, and their pages are closed. */
export function isLocked(): boolean {
  const state = accountStore.get()
  return state.kind === 'signed-in' && state.vault.kind === 'locked'
}

let hasLooked = false

async function read(): Promise<AccountState> {
  try {
    await finishLeaving()
    await closeIfOverdue()
    const account = await call(http.account.getAccount)
    return become({ kind: 'signed-in', account, vault: await vault.account.restore({ account }), from: 'server' })
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem.code === 'signed_out') return ended()
    // What this device keeps and cannot open helps nobody: then the problem is said, and asked again.
    const kept = UNHEARD.includes(problem.code) ? await fromDevice().catch(() => null) : null
    return become(kept ?? { kind: 'problem', problem })
  }
}

/** A page that is opened after a long absence starts closed. Once: after that the page itself keeps watch. */
async function closeIfOverdue(): Promise<void> {
  if (hasLooked) return
  hasLooked = true
  if (sessionHinted() && isOverdue()) await vault.account.lock()
}

/** The server could not be asked, and has refused nothing. */
const UNHEARD: readonly ProblemCode[] = ['offline', 'database_away']

/** Without network: the account as it was last, for whoever did not sign out of this browser since. */
async function fromDevice(): Promise<SignedIn | null> {
  if (!sessionHinted()) return null
  const account = http.account.getAccount.reply.safeParse(await vault.account.kept())
  if (!account.success) return null
  const state = await vault.account.restore({ account: account.data })
  return { kind: 'signed-in', account: account.data, vault: state, from: 'device' }
}

function become(next: AccountState): AccountState {
  const before = accountStore.get()
  // Asked again and again while there is no connection: what did not change must not draw every page anew.
  const state = isSame(next, before) ? before : next
  if (state.kind === 'signed-in' || state.kind === 'signed-out') hintSession(state.kind === 'signed-in')
  if (state.kind === 'signed-in') listen()
  accountStore.set(state)
  return state
}

/** The session was ended, perhaps because this device is lost: its pages close too. The account key stays. */
async function ended(): Promise<AccountState> {
  const wasIn = sessionHinted()
  const state = become({ kind: 'signed-out' })
  if (wasIn) await Promise.all([vault.account.lock(), silence()])
  return state
}

let listening = false

/** The server may end this session, and another tab may lock the vault or sign out. */
function listen(): void {
  if (listening) return
  listening = true
  live.on('closed', ({ reason }) => {
    if (reason === 'signed_out') void ended()
  })
  new BroadcastChannel('turnstone.lock').addEventListener('message', () => void reloadAccount())
}

function signedIn(): SignedIn {
  const state = accountStore.get()
  if (state.kind !== 'signed-in') throw new ApiError('signed_out')
  return state
}

const current = (): Account => signedIn().account

/** The pages are open from now on. */
export function opened(state: VaultState): void {
  touch()
  accountStore.set({ ...signedIn(), vault: state })
}

export type NewKeys = Awaited<ReturnType<typeof makeKeys>>

/** Half a second to some seconds of work: the password is stretched. Can be used again with another email. */
export function makeKeys(of: { name: string; password: string }) {
  return vault.account.create(of)
}

export async function signUp(email: string, keys: NewKeys): Promise<void> {
  // Kept before it is sent: an account whose answer got lost on the way must still open here.
  await vault.account.keepCreated()
  try {
    await call(http.account.createAccount, { body: { email, ...keys } })
  } catch (thrown) {
    if (problemOf(thrown).code !== 'email_taken' || !(await isMine(email, keys))) throw thrown
  }
  await startSession(email, keys.authKey)
}

/** Whether the account that has this email is the one an earlier, unanswered try made. */
async function isMine(email: string, { userId }: NewKeys): Promise<boolean> {
  return (await call(http.account.lookUpAccount, { body: { email } })).userId === userId
}

export async function signIn({ email, password }: { email: string; password: string }): Promise<AccountState> {
  const parameters = await call(http.account.lookUpAccount, { body: { email } })
  const { authKey } = await vault.account.signIn({ parameters, password })
  return startSession(email, authKey)
}

const startSession = (email: string, authKey: string): Promise<AccountState> => enter({ email, authKey })

/** From nobody to somebody: what proves it goes to the cookie issuer. */
export async function enter(proof: Parameters<typeof takeCookie>[0]): Promise<AccountState> {
  touch()
  await takeCookie(proof)
  // The live connection still carries whoever was here before.
  await live.close()
  const state = await reloadAccount()
  if (state.kind === 'problem') throw new ApiError(state.problem.code)
  return state
}

/** Erases this device's keys first: whatever happens to the network, nothing stays behind. */
export async function signOut(): Promise<void> {
  await vault.account.erase()
  await silence()
  await returnCookie()
  await live.close()
  // An answer from before must not come after this.
  await look.settled()
  become({ kind: 'signed-out' })
}

export async function unlock(of: { text: string; password: string }): Promise<void> {
  opened(await vault.account.unlock({ account: current(), ...of }))
}

export async function unlockWithPassword(password: string): Promise<void> {
  opened(await vault.account.unlockHere({ account: current(), password }))
}

export async function lock(): Promise<void> {
  await vault.account.lock()
  await reloadAccount()
}

/** Whether the account key alone would do, because the password was given a moment ago. */
export async function remembersPassword(): Promise<boolean> {
  return vault.account.remembersPassword(current())
}

export const unsavedSheet = () => vault.account.unsavedSheet()
export const sheetAgain = (password: string) => vault.account.sheet({ account: current(), password })

export async function sheetSaved(): Promise<void> {
  await vault.account.sheetSaved()
  await reloadAccount()
}

/**
 * Sends a change of the keys. Where the answer gets lost, the server is asked what became of it: a change that counts is
 * not a failure, and one that does not leaves everything as it was.
 */
export async function sendChange(send: () => Promise<void>): Promise<void> {
  const before = current().keysVersion
  try {
    await send()
  } catch (thrown) {
    const { code } = problemOf(thrown)
    const isUnheard = code === 'offline' || code === 'unreadable' || code === 'internal' || code === 'database_away'
    const now = isUnheard ? await reloadAccount() : null
    if (now?.kind !== 'signed-in' || now.account.keysVersion === before) throw thrown
    return
  }
  await reloadAccount()
}

export async function changePassword(of: { password: string; newPassword: string }): Promise<void> {
  const credentialIds = await myPasskeys()
  const body = await vault.account.changePassword({ account: await newest(), credentialIds, ...of })
  await sendChange(() => call(http.account.changeKeys, { body }))
}

/** `password` may be empty where it was given a moment ago. Afterwards the sheet is the unsaved one. */
export async function makeNewSheet(password: string): Promise<void> {
  const credentialIds = await myPasskeys()
  const body = await vault.account.newSheet({ account: await newest(), credentialIds, password })
  await sendChange(() => call(http.account.changeKeys, { body }))
}

/** Those that open the pages stay with a change of the keys, and no others do. */
const myPasskeys = async () => (await call(http.passkey.listPasskeys)).passkeys.map(({ credentialId }) => credentialId)

/** A change starts from what the server has now: another device may have made one since this page was opened. */
export async function newest(): Promise<Account> {
  await reloadAccount()
  return current()
}

export type Recovery = Awaited<ReturnType<typeof openRecovery>>

/** Shows that somebody has the code. Errors: `wrong_code`, `unlock_failed` for one that was mistyped. */
export async function openRecovery({ email, code }: { email: string; code: string }) {
  const { recoveryAuthKey } = await vault.account.proofOfCode({ text: code })
  const opened = await call(http.recovery.openRecovery, { body: { email, recoveryAuthKey } })
  return { email, code, recoveryAuthKey, opened }
}

export type RecoveryChange = Awaited<ReturnType<typeof vault.account.recover>>

export const makeRecovery = ({ opened, code }: Recovery, newPassword: string): Promise<RecoveryChange> =>
  vault.account.recover({ opened, text: code, newPassword })

/** Can be repeated with the same change until it is answered. Signs in with the new password. */
export async function recover({ email, recoveryAuthKey }: Recovery, change: RecoveryChange): Promise<void> {
  await call(http.recovery.recover, { body: { email, recoveryAuthKey, ...change } })
  await startSession(email, change.password.authKey)
}

export const wayOfReset = async () => (await call(http.recovery.wayOfReset)).way

export async function askReset(email: string, locale: Locale): Promise<void> {
  await call(http.recovery.askReset, { body: { email, locale } })
}

export type Reset = { readonly token: string } & RouteReply<typeof http.recovery.openReset>

export async function openReset(token: string): Promise<Reset> {
  return { token, ...(await call(http.recovery.openReset, { body: { token } })) }
}

export type ResetChange = Awaited<ReturnType<typeof vault.account.resetPassword>>

export const makeReset = ({ userId }: Reset, newPassword: string): Promise<ResetChange> =>
  vault.account.resetPassword({ userId, newPassword })

/** As `recover`: repeatable, and signed in afterwards. The pages stay closed. */
export async function finishReset({ token, email }: Reset, { password }: ResetChange): Promise<void> {
  await call(http.recovery.finishReset, { body: { token, password } })
  await startSession(email, password.authKey)
}

export type Session = RouteReply<typeof http.session.listSessions>['sessions'][number] & Named
export type News = RouteReply<typeof http.session.listSessions>['news'][number] & Named

/** Null where the browser never opened the pages, or the pages are closed here. */
interface Named {
  readonly device: Device | null
}

async function named<T extends { readonly sessionId: string; readonly label: string | null }>(
  one: T,
): Promise<T & Named> {
  const state = accountStore.get()
  const isOpen = state.kind === 'signed-in' && state.vault.kind === 'open'
  const { sessionId, label } = one
  return { ...one, device: isOpen && label ? await vault.sessionLabel.open({ sessionId, label }) : null }
}

export async function listSessions(): Promise<Session[]> {
  return Promise.all((await call(http.session.listSessions)).sessions.map(named))
}

/** Sessions that began after this one and that nobody has spoken for, newest first. */
export async function newSessions(): Promise<News[]> {
  return Promise.all((await call(http.session.listSessions)).news.map(named))
}

/** Says once, sealed for myself, what kind of browser this session is in. */
export async function labelThisSession(): Promise<void> {
  const { sessions } = await call(http.session.listSessions)
  const here = sessions.find(({ current }) => current)
  if (!here || here.label !== null) return
  const device = deviceOf(navigator.userAgent)
  const { label } = await vault.sessionLabel.seal({ sessionId: here.sessionId, device })
  await call(http.session.labelSession, { body: { label } })
}

export async function knowSession(sessionId: string): Promise<void> {
  await call(http.session.knowSession, { params: { sessionId } })
}

export async function endSession(sessionId: string): Promise<void> {
  await call(http.session.endSession, { params: { sessionId } })
}

export async function endOtherSessions(): Promise<void> {
  await call(http.session.endOtherSessions)
}

/** What I keep sealed under this kind, as the server had it last; null before the first. */
export function sealedOf(kind: SealedKind): { version: number; sealed: string } | null {
  return current().sealed.find((item) => item.kind === kind) ?? null
}

/** The same, asked anew: another of my devices may have kept something since. */
export async function fetchSealed(kind: SealedKind): Promise<{ version: number; sealed: string } | null> {
  const account = await call(http.account.getAccount)
  await knownNow(account)
  return account.sealed.find((item) => item.kind === kind) ?? null
}

export async function saveSealed(kind: SealedKind, next: { version: number; sealed: string }): Promise<void> {
  await call(http.account.putSealed, { params: { kind }, body: next })
  const state = accountStore.get()
  if (state.kind !== 'signed-in') return
  const others = state.account.sealed.filter((item) => item.kind !== kind)
  await knownNow({ ...state.account, sealed: [...others, { kind, ...next }] })
}

/** In this tab, and on this device for the time without a network. */
async function knownNow(account: Account): Promise<void> {
  const state = accountStore.get()
  if (state.kind !== 'signed-in') return
  accountStore.set({ ...state, account })
  await vault.account.keep({ account })
}
