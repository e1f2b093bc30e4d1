import {
  answerInvitation,
  createInvitation,
  formatInvitationSecret,
  fromBase64url,
  type Identity,
  invitationLookupId,
  joinEpoch,
  type Keyring,
  newUuid,
  openAnswer,
  openInvitation,
  type Partnership,
  parseInvitationSecret,
  parseUuid,
  safetyNumber,
  safetyPhrase,
  startEpoch,
  toBase64url,
  VaultError,
} from '@turnstone/vault'
import { heardAbout } from './hearing'
import type { Received } from './journal'
import { openOwn, sealOwn } from './own'
import { type Compared, openPins, type Pin, type SealedPins, sealPins } from './pins'
import { closePartnership, heldBy, holdPartnership, holdPast, holdsPartnership, theKeyring } from './session'

/** The invitation's secret as it is sealed for its maker; there is one at a time, so it has no version. */
const KEPT_VERSION = 1

/** My invitation as the server has it. */
export interface SealedInvitation {
  readonly bundle: string
  readonly kept: string
}

export interface Person {
  readonly userId: string
  readonly name: string
  /** How to speak of them, in their own words; empty when they said nothing. */
  readonly words: string
}

/** A link as the server tells it. */
export interface ClaimedPartnership {
  readonly partnershipId: string
  readonly partner: {
    readonly userId: string
    readonly publicKeys: { readonly signing: string; readonly encryption: string }
  }
  readonly epochs: readonly { readonly epoch: number; readonly epochKeys: string }[]
}

/**
 * Nothing is opened and nothing is sealed: what the server tells does not fit what was pinned (`keys`), this person
 * compared the safety phrase and it was another one (`phrase`), or the link is one that had ended (`ended`).
 */
export interface Blocked {
  readonly kind: 'blocked'
  readonly because: 'keys' | 'phrase' | 'ended'
  readonly name: string | null
}

export type OpenedPartnership =
  | { readonly kind: 'open'; readonly partner: Person; readonly compared: Compared; readonly pins: SealedPins }
  | Blocked

/** Both languages, so that two people who read different ones can compare; the number says the same at full strength. */
export interface SafetyPhrase {
  readonly words: { readonly en: readonly string[]; readonly es: readonly string[] }
  readonly number: string
}

/** As an invitation tells it. */
const personOf = ({ userId, name }: Identity): Person => ({ userId, name, words: '' })

/** As they said it last. */
const partnerOf = ({ identity: { userId, name }, about }: Pin): Person => ({
  userId,
  name: about?.name ?? name,
  words: about?.words ?? '',
})

async function secretOf(kept: string) {
  const secret = await openOwn('invitation', KEPT_VERSION, kept)
  if (typeof secret !== 'string') throw new VaultError('invitation_tampered', 'kept')
  return parseInvitationSecret(secret)
}

const inHand = async ({ bundle, kept }: SealedInvitation) => ({
  secret: await secretOf(kept),
  offer: fromBase64url(bundle),
})

export const partnership = {
  /** `secret` goes into the link's fragment and nowhere else. */
  async invite({ name }: { name?: string | undefined }) {
    const { secret, lookupId, offer } = await createInvitation(theKeyring(), name)
    const text = formatInvitationSecret(secret)
    const kept = await sealOwn('invitation', KEPT_VERSION, text)
    return { secret: text, lookupId: toBase64url(lookupId), bundle: toBase64url(offer), kept }
  },

  async secretOfMine({ kept }: { kept: string }): Promise<{ secret: string }> {
    return { secret: formatInvitationSecret(await secretOf(kept)) }
  },

  /** Works without an account. A secret that is not whole is `invitation_unknown`. */
  async lookupId({ secret }: { secret: string }): Promise<{ lookupId: string }> {
    return { lookupId: toBase64url(await invitationLookupId(parseInvitationSecret(secret))) }
  },

  /** Who asks. Works without an account. */
  async whoAsks({ secret, bundle }: { secret: string; bundle: string }): Promise<Person> {
    return personOf(await openInvitation(parseInvitationSecret(secret), fromBase64url(bundle)))
  },

  /** My answer, and the pins to keep before it is sent: whoever is linked with me later must be who asked now. */
  async accept(of: { secret: string; bundle: string; pins: SealedPins; name?: string | undefined }) {
    const invitation = { secret: parseInvitationSecret(of.secret), offer: fromBase64url(of.bundle) }
    const { answer, inviter } = await answerInvitation(theKeyring(), invitation, of.name)
    const pin: Pin = {
      partnershipId: null,
      role: 'invitee',
      identity: inviter,
      compared: null,
      ended: false,
      about: null,
    }
    const pins = (await openPins(of.pins)).filter(({ partnershipId }) => partnershipId !== null)
    return { acceptance: toBase64url(answer), pins: await sealPins(of.pins, [...pins, pin]) }
  },

  /** Whose invitation has my answer, as long as there is no link. */
  async waitingFor({ pins }: { pins: SealedPins }): Promise<Person | null> {
    closePartnership()
    const waiting = (await openPins(pins)).find(({ partnershipId }) => partnershipId === null)
    return waiting ? personOf(waiting.identity) : null
  },

  /** Who accepted my invitation. An answer that was not made with the link's secret is `tampered`. */
  async whoAccepted(of: { invitation: SealedInvitation; acceptance: string }): Promise<Person> {
    const answer = fromBase64url(of.acceptance)
    return personOf(await openAnswer(theKeyring(), { ...(await inHand(of.invitation)), answer }))
  },

  /** Everything that makes the link: its id, the first key wrapped to both, and the pins to keep before it is sent. */
  async confirm(of: { invitation: SealedInvitation; acceptance: string; pins: SealedPins }) {
    const keyring = theKeyring()
    const answer = fromBase64url(of.acceptance)
    const partner = await openAnswer(keyring, { ...(await inHand(of.invitation)), answer })
    const partnershipId = newUuid()
    const started = await startEpoch(keyring, { partnershipId, epoch: 1, role: 'inviter', partner })
    started.partnership.lock()
    const pin: Pin = { partnershipId, role: 'inviter', identity: partner, compared: null, ended: false, about: null }
    return {
      partnershipId: partnershipId as string,
      partnerId: partner.userId as string,
      epochKeys: toBase64url(started.grant),
      pins: await sealPins(of.pins, [...(await openPins(of.pins)), pin]),
    }
  },

  /** Opens the link's keys, if it is the one that was pinned. Then shared things can be sealed and opened. */
  async open(of: { claimed: ClaimedPartnership; pins: SealedPins }): Promise<OpenedPartnership> {
    const pins = await openPins(of.pins)
    const pin = pinFor(of.claimed, pins)
    if (!pin || !sameKeys(pin.identity, of.claimed)) {
      closePartnership()
      return { kind: 'blocked', because: 'keys', name: pin ? partnerOf(pin).name : null }
    }
    const because = pin.ended ? 'ended' : pin.compared === 'different' ? 'phrase' : null
    if (because) {
      closePartnership()
      return { kind: 'blocked', because, name: partnerOf(pin).name }
    }
    const { partnershipId, epochs } = of.claimed
    if (!holdsPartnership(partnershipId, epochs.length)) {
      const keyring = theKeyring()
      try {
        const joined = await joinAll(of.claimed, pin)
        holdUnlessLocked(keyring, joined, holdPartnership)
      } catch (thrown) {
        // Being locked says nothing about the partner's keys.
        if (!(thrown instanceof VaultError) || thrown.code === 'keyring_locked') throw thrown
        closePartnership()
        return { kind: 'blocked', because: 'keys', name: partnerOf(pin).name }
      }
    }
    const known = pin.partnershipId !== null
    const confirmed = pins.map((one) => (one === pin ? { ...pin, partnershipId: of.claimed.partnershipId } : one))
    return {
      kind: 'open',
      partner: partnerOf(pin),
      compared: pin.compared,
      pins: known ? null : await sealPins(of.pins, confirmed),
    }
  },

  /**
   * Who it was with, for each link that the server says has ended; null where this person pinned nobody. `pins`: what to
   * keep, if this is new, so that none of them can come back.
   */
  async past(of: { ended: readonly string[]; pins: SealedPins }) {
    const pins = await openPins(of.pins)
    const isNew = (pin: Pin) => !pin.ended && pin.partnershipId !== null && of.ended.includes(pin.partnershipId)
    const partners = of.ended.map((id) => pins.find(({ partnershipId }) => partnershipId === id))
    return {
      partners: partners.map((pin) => (pin ? partnerOf(pin) : null)),
      pins: pins.some(isNew)
        ? await sealPins(
            of.pins,
            pins.map((pin) => (isNew(pin) ? { ...pin, ended: true } : pin)),
          )
        : null,
    }
  },

  /** Opens the keys of a link that has ended, for reading. Keys that do not fit what was pinned are refused. */
  async openPast(of: { past: Pick<ClaimedPartnership, 'partnershipId' | 'epochs'>; pins: SealedPins }): Promise<void> {
    const keyring = theKeyring()
    const pin = pinOf(of.past.partnershipId, await openPins(of.pins))
    holdUnlessLocked(keyring, await joinAll(of.past, pin), holdPast)
  },

  /** What both compare, from the keys that were pinned and not from what the server says now. Takes half a second. */
  async safetyPhrase(of: { partnershipId: string; pins: SealedPins }): Promise<SafetyPhrase> {
    const { identity: partner } = pinOf(of.partnershipId, await openPins(of.pins))
    const me = theKeyring().identity
    const [words, number] = await Promise.all([safetyPhrase(me, partner), safetyNumber(me, partner)])
    return { words: { en: words.map(({ en }) => en), es: words.map(({ es }) => es) }, number }
  },

  /**
   * The pins to keep, with what the partner says of themselves in these entries of the living room; null when that is
   * nothing new.
   */
  async hear(of: { partnershipId: string; entries: readonly Received[]; pins: SealedPins }): Promise<SealedPins> {
    const pins = await openPins(of.pins)
    const pin = pinOf(of.partnershipId, pins)
    if (pin.ended) return null
    const about = await heardAbout({ entries: of.entries, partnerId: pin.identity.userId, before: pin.about })
    if (about === pin.about) return null
    return sealPins(
      of.pins,
      pins.map((one) => (one === pin ? { ...pin, about } : one)),
    )
  },

  /** The pins to keep, with what this person heard. `different` blocks the link until they say otherwise. */
  async compared(of: { partnershipId: string; pins: SealedPins; compared: Compared }) {
    const pins = await openPins(of.pins)
    const pin = pinOf(of.partnershipId, pins)
    return sealPins(
      of.pins,
      pins.map((one) => (one === pin ? { ...pin, compared: of.compared } : one)),
    )
  },
}

/** Keys that were opened while somebody locked the vault do not stay open. */
function holdUnlessLocked(
  keyring: Keyring,
  opened: readonly Partnership[],
  hold: (opened: readonly Partnership[]) => void,
): void {
  if (heldBy(keyring.identity.userId) === keyring) {
    hold(opened)
    return
  }
  for (const one of opened) one.lock()
  throw new VaultError('keyring_locked')
}

function pinOf(partnershipId: string, pins: readonly Pin[]): Pin {
  const pin = pins.find((one) => one.partnershipId === partnershipId)
  if (!pin) throw new VaultError('identity_invalid', 'pin')
  return pin
}

function pinFor({ partnershipId, partner }: ClaimedPartnership, pins: readonly Pin[]): Pin | undefined {
  const exact = pins.find((pin) => pin.partnershipId === partnershipId)
  // An answer that waits is for one person, and for one link that is not known yet.
  return exact ?? pins.find((pin) => pin.partnershipId === null && pin.identity.userId === partner.userId)
}

function sameKeys(pinned: Identity, { partner }: ClaimedPartnership): boolean {
  return (
    pinned.userId === partner.userId &&
    toBase64url(pinned.signingKey) === partner.publicKeys.signing &&
    toBase64url(pinned.encryptionKey) === partner.publicKeys.encryption
  )
}

async function joinAll(
  { partnershipId, epochs }: Pick<ClaimedPartnership, 'partnershipId' | 'epochs'>,
  pin: Pin,
): Promise<Partnership[]> {
  const keyring = theKeyring()
  const inOrder = epochs.toSorted((one, other) => one.epoch - other.epoch)
  if (inOrder.length === 0) throw new VaultError('epoch_unknown')
  return Promise.all(
    inOrder.map(({ epoch, epochKeys }) => {
      const expected = { partnershipId: parseUuid(partnershipId), epoch, role: pin.role, partner: pin.identity }
      return joinEpoch(keyring, expected, fromBase64url(epochKeys))
    }),
  )
}
