import type { http, RouteReply } from '@turnstone/protocol'
import type { Problem } from '@/lib/errors'
import { createStore } from '@/lib/store'
import type { VaultState } from '@/vault/account'

export type Account = RouteReply<typeof http.account.getAccount>

/** Who is here, as far as this tab knows. */
export type AccountState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | SignedIn

export interface SignedIn {
  readonly kind: 'signed-in'
  readonly account: Account
  readonly vault: VaultState
  /** `device`: the server cannot be asked; this is how it stood last time. */
  readonly from: 'server' | 'device'
}

export const UNKNOWN: AccountState = { kind: 'unknown' }

export const accountStore = createStore<AccountState>(UNKNOWN)
