'use client'

import { http, type RouteReply } from '@turnstone/protocol'
import { useEffect } from 'react'
import { returnCookie, takeCookie } from '@/lib/cookie'
import { ApiError, type ProblemCode, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { finishLeaving } from '@/lib/quick-exit'
import { isSame } from '@/lib/same'
import { hintSession, sessionHinted } from '@/lib/session-hint'
import { live } from '@/lib/socket'
import { useStore } from '@/lib/store'
import { useRetry } from '@/lib/use-retry'
import type { VaultState } from '@/vault/account'
import { vault } from '@/vault/client'
import { type Account, type AccountState, accountStore, type SignedIn, UNKNOWN } from './store'

export type { Account, AccountState }
export type Session = RouteReply<typeof http.session.listSessions>['sessions'][number]
export type SealedKind = Account['sealed'][number]['kind']

let loading: Promise<AccountState> | undefined

/** Who is here. Loads it once per tab; every component that asks sees the same. */
export function useAccount(): AccountState {
  useEffect(() => {
    if (accountStore.get().kind === 'unknown') void loadAccount()
  }, [])
  const state = useStore(accountStore, UNKNOWN)
  useRetry(state.kind === 'problem' || (state.kind === 'signed-in' && state.from === 'device'), loadAccount)
  return state
}

/** Asks the server again. Concurrent callers share one answer. */
export function loadAccount(): Promise<AccountState> {
  loading ??= read().finally(() => {
    loading = undefined
  })
  return loading
}

/** What is known, or else what the server says. */
export async function whoIsHere(): Promise<AccountState> {
  const known = accountStore.get()
  return known.kind === 'unknown' ? loadAccount() : known
}

async function read(): Promise<AccountState> {
  try {
    await finishLeaving()
    const account = await call(http.account.getAccount)
    return become({ kind: 'signed-in', account, vault: await vault.account.restore({ account }), from: 'server' })
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem.code === 'signed_out') return become({ kind: 'signed-out' })
    return become((UNHEARD.includes(problem.code) && (await fromDevice())) || { kind: 'problem', problem })
  }
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

let listening = false

/** The server may end this session, and another tab may lock the vault or sign out. */
function listen(): void {
  if (listening) return
  listening = true
  live.on('closed', ({ reason }) => {
    if (reason === 'signed_out') become({ kind: 'signed-out' })
  })
  new BroadcastChannel('turnstone.lock').addEventListener('message', () => void loadAccount())
}

function signedIn(): SignedIn {
  const state = accountStore.get()
  if (state.kind !== 'signed-in') throw new ApiError('signed_out')
  return state
}

const current = (): Account => signedIn().account

function opened(state: VaultState): void {
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

async function startSession(email: string, authKey: string): Promise<AccountState> {
  await takeCookie({ email, authKey })
  // The live connection still carries whoever was here before.
  await live.close()
  const state = await loadAccount()
  if (state.kind === 'problem') throw new ApiError(state.problem.code)
  return state
}

/** Erases this device's keys first: whatever happens to the network, nothing stays behind. */
export async function signOut(): Promise<void> {
  await vault.account.erase()
  await returnCookie()
  await live.close()
  // An answer from before must not come after this.
  await loading
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
  await loadAccount()
}

/** Whether the account key alone would do, because the password was given a moment ago. */
export async function remembersPassword(): Promise<boolean> {
  return vault.account.remembersPassword(current())
}

export const unsavedSheet = () => vault.account.unsavedSheet()
export const sheetAgain = (password: string) => vault.account.sheet({ account: current(), password })

export async function sheetSaved(): Promise<void> {
  await vault.account.sheetSaved()
  await loadAccount()
}

export async function listSessions(): Promise<Session[]> {
  return (await call(http.session.listSessions)).sessions
}

export async function endSession(sessionId: string): Promise<void> {
  await call(http.session.endSession, { params: { sessionId } })
}

/** What I keep sealed under this kind, as the server had it last; null before the first. */
export function sealedOf(kind: SealedKind): { version: number; sealed: string } | null {
  return current().sealed.find((item) => item.kind === kind) ?? null
}

/** The same, asked anew: another of my devices may have kept something since. */
export async function fetchSealed(kind: SealedKind): Promise<{ version: number; sealed: string } | null> {
  const account = await call(http.account.getAccount)
  const state = accountStore.get()
  if (state.kind === 'signed-in') accountStore.set({ ...state, account })
  return account.sealed.find((item) => item.kind === kind) ?? null
}

export async function saveSealed(kind: SealedKind, next: { version: number; sealed: string }): Promise<void> {
  await call(http.account.putSealed, { params: { kind }, body: next })
  const state = accountStore.get()
  if (state.kind !== 'signed-in') return
  const others = state.account.sealed.filter((item) => item.kind !== kind)
  accountStore.set({ ...state, account: { ...state.account, sealed: [...others, { kind, ...next }] } })
}
