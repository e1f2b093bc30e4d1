import {
  decodeIdentity,
  encodeIdentity,
  fromBase64url,
  type Identity,
  type Role,
  toBase64url,
  VaultError,
} from '@turnstone/vault'
import * as z from 'zod'
import { About } from './about'
import { openOwn, refuseOlder, sealOwn } from './own'

/** The sealed pins as the server has them; null before the first. */
export type SealedPins = { readonly version: number; readonly sealed: string } | null

/** What the two heard when they compared the safety phrase; null as long as this person has said nothing. */
export type Compared = 'same' | 'different' | null

/** Whom I agreed to be linked with, with the keys they had then. `partnershipId` is known once the link is confirmed. */
export interface Pin {
  readonly partnershipId: string | null
  readonly role: Role
  readonly identity: Identity
  readonly compared: Compared
  /** The link is over. It stays pinned, for its archive, and a server that calls it a link again is not believed. */
  readonly ended: boolean
  /** What they said of themselves since; the identity keeps the name they had when the link was made. */
  readonly about: About | null
}

const Stored = z.array(
  z.strictObject({
    partnershipId: z.uuid().nullable(),
    role: z.enum(['inviter', 'invitee']),
    identity: z.string(),
    compared: z.enum(['same', 'different']).nullable().default(null),
    ended: z.boolean().default(false),
    about: About.nullable().default(null),
  }),
)

export async function openPins(sealed: SealedPins): Promise<Pin[]> {
  await refuseOlder('pins', sealed?.version ?? 0)
  if (!sealed) return []
  const stored = Stored.safeParse(await openOwn('pins', sealed.version, sealed.sealed))
  if (!stored.success) throw new VaultError('envelope_tampered', 'pins')
  return stored.data.map(({ identity, ...pin }) => ({ ...pin, identity: decodeIdentity(fromBase64url(identity)) }))
}

/** The next version, ready for the server. */
export async function sealPins(before: SealedPins, pins: readonly Pin[]): Promise<NonNullable<SealedPins>> {
  const version = (before?.version ?? 0) + 1
  const stored = pins.map(({ identity, ...pin }) => ({ ...pin, identity: toBase64url(encodeIdentity(identity)) }))
  return { version, sealed: await sealOwn('pins', version, stored) }
}
