import type { Problem } from '@/lib/errors'
import { createStore } from '@/lib/store'
import type { Person } from '@/vault/partnership'

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
  /** The server's keys are not the pinned ones: nothing is opened or sealed. */
  | { readonly kind: 'blocked'; readonly name: string | null }
  | ({ readonly kind: 'linked'; readonly partner: Person } & Link)

export const UNKNOWN: PartnershipState = { kind: 'unknown' }

export const partnershipStore = createStore<PartnershipState>(UNKNOWN)
