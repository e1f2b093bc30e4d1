import type { Problem } from '@/lib/errors'
import { createStore } from '@/lib/store'
import type { Blocked, Person } from '@/vault/partnership'
import type { Compared } from '@/vault/pins'

export interface Link {
  readonly partnershipId: string
  readonly seat: 'a' | 'b'
}

/** A link that has ended: what was there by then stays readable, and nothing is added. */
export interface Past extends Link {
  /** Null where this person's pins do not know them: then nothing of it can be opened either. */
  readonly partner: Person | null
  readonly linkedAtMs: number
  readonly endedAtMs: number
}

/** With whom, as far as this tab knows. */
export type PartnershipState =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  /** `waitingFor`: whose invitation has my answer, if any. `news`: a link has ended, and this person was not told yet. */
  | {
      readonly kind: 'alone'
      readonly waitingFor: Person | null
      readonly past: readonly Past[]
      readonly news: boolean
    }
  /** The vault is closed: there may be a link, but no name and nothing to read. */
  | { readonly kind: 'locked'; readonly link: Link | null }
  | (Blocked & Link)
  | ({
      readonly kind: 'linked'
      readonly partner: Person
      readonly compared: Compared
      readonly linkedAtMs: number
      /** Silently: nothing of mine goes out, and nobody is told. */
      readonly steppedBack: boolean
      /** As I said it since sign-up; null when I said nothing. */
      readonly myName: string | null
      readonly past: readonly Past[]
    } & Link)

export const UNKNOWN: PartnershipState = { kind: 'unknown' }

export const partnershipStore = createStore<PartnershipState>(UNKNOWN)
