import type { Problem } from '@/lib/errors'
import { createStore } from '@/lib/store'
import type { Blocked, Person } from '@/vault/partnership'
import type { Compared } from '@/vault/pins'

export interface Link {
  readonly partnershipId: string
  readonly seat: 'a' | 'b'
}

/** With whom, as far as this tab knows. */
export type PartnershipState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** `waitingFor`: whose invitation has my answer, if any. */
  | { readonly kind: 'alone'; readonly waitingFor: Person | null }
  /** The vault is closed: there may be a link, but no name and nothing to read. */
  | { readonly kind: 'locked'; readonly link: Link | null }
  | (Blocked & Link)
  | ({ readonly kind: 'linked'; readonly partner: Person; readonly compared: Compared } & Link)

export const UNKNOWN: PartnershipState = { kind: 'unknown' }

export const partnershipStore = createStore<PartnershipState>(UNKNOWN)
