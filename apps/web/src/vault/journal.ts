import {
  type ChainKind,
  fromBase64url,
  keptEntryId,
  lineEntryId,
  newUuid,
  openPrivate,
  openShared,
  parseUuid,
  recordId,
  sealPrivate,
  sealShared,
  toBase64url,
  type Uuid,
  VaultError,
} from '@turnstone/vault'
import type { About } from './about'
import { inOrder } from './device'
import { fromContent, type Living, Page, Record, Shared, toContent } from './journal-content'
import { theKeyring, thePartnership } from './session'

/* A page is kept once, a record is made once, and what is shared is never rewritten. */
const FIRST_VERSION = 1

/** As the server hands it out. */
export interface Received {
  readonly entryId: string
  readonly authorId: string
  readonly envelope: string
  /** For an entry of a link that has ended; else it is the present one's. */
  readonly partnershipId?: string
}

export const journal = {
  async newEntryId(): Promise<{ entryId: string }> {
    return { entryId: newUuid() }
  },

  /** The page that keeps this piece of what I said, on whichever of my devices I keep it. */
  async keptEntryId({ of }: { of: string }): Promise<{ entryId: string }> {
    return { entryId: await keptEntryId(theKeyring(), parseUuid(of)) }
  },

  async sealPage({ entryId, page }: { entryId: string; page: Page }): Promise<{ envelope: string }> {
    const sealed = await inOrder(async ({ deviceId, deviceCounter }) => {
      const place = {
        kind: 'page',
        entryId: parseUuid(entryId),
        entryVersion: FIRST_VERSION,
        deviceId,
        deviceCounter,
      } as const
      return { value: await sealPrivate(theKeyring(), place, toContent(page)) }
    })
    return { envelope: toBase64url(sealed) }
  },

  async openPage({ entryId, envelope }: { entryId: string; envelope: string }): Promise<Page> {
    const place = {
      kind: 'page',
      entryId: parseUuid(entryId),
      entryVersion: FIRST_VERSION,
      deviceId: 'any',
      deviceCounter: 'any',
    } as const
    const { content } = await openPrivate(theKeyring(), place, fromBase64url(envelope))
    return fromContent(Page, content)
  },

  /** Both devices make the same id for the same check-in, so that there is one record. */
  async sealRecord({
    checkInId,
    record,
  }: {
    checkInId: string
    record: Record
  }): Promise<{ entryId: string; envelope: string }> {
    const entryId = await recordId(thePartnership(), parseUuid(checkInId))
    return { entryId, envelope: await sealFor('record', entryId, { ...record, checkInId }) }
  },

  /** Something of mine for the living room. */
  async sealShared({
    entryId,
    shared,
  }: {
    entryId: string
    shared: Exclude<Shared, { sort: 'line' | 'about' }>
  }): Promise<{ envelope: string }> {
    return { envelope: await sealFor('shared', parseUuid(entryId), shared) }
  },

  /** A line the partner offered. The entry has the same id on all my devices, so that it is kept once. */
  async sealLine({
    text,
    ...of
  }: {
    lineId: string
    checkInId: string
    text: string
    savedAtMs: number
  }): Promise<{ entryId: string; envelope: string }> {
    const { partner } = thePartnership()
    const entryId = await lineEntryId(thePartnership(), parseUuid(of.lineId))
    return {
      entryId,
      envelope: await sealFor('shared', entryId, { sort: 'line', text, offeredBy: partner.userId, ...of }),
    }
  },

  /** The entry that tells the partner this, on whichever of my devices it is made: it is kept once. */
  async aboutEntryId({ id }: { id: string }): Promise<{ entryId: string }> {
    return { entryId: await lineEntryId(thePartnership(), parseUuid(id)) }
  },

  async sealAbout({ about }: { about: About }): Promise<{ entryId: string; envelope: string }> {
    const entryId = await lineEntryId(thePartnership(), parseUuid(about.id))
    return { entryId, envelope: await sealFor('shared', entryId, { sort: 'about', ...about }) }
  },

  /** What the living room holds stands sealed: which kind it is shows in the envelope, and is checked before it opens. */
  async openLiving(entry: Received): Promise<Living> {
    try {
      return { sort: 'record', record: fromContent(Record, await openAs('record', entry)) }
    } catch (thrown) {
      const isOther = thrown instanceof VaultError && thrown.code === 'envelope_mismatch' && thrown.field === 'kind'
      if (!isOther) throw thrown
    }
    const shared = fromContent(Shared, await openAs('shared', entry))
    await requireBothKept(entry, shared)
    return { sort: 'shared', shared }
  },
}

async function sealFor(kind: Exclude<ChainKind, 'words'>, entryId: Uuid, content: Record | Shared): Promise<string> {
  const bytes = await inOrder(async (place) => {
    const at = { kind, entryId, entryVersion: FIRST_VERSION, ...place }
    const sealed = await sealShared(theKeyring(), thePartnership(), at, toContent(content))
    return { value: sealed.bytes, hash: sealed.hash }
  })
  return toBase64url(bytes)
}

async function openAs(kind: Exclude<ChainKind, 'words'>, { entryId, authorId, envelope, partnershipId }: Received) {
  const expected = {
    kind,
    entryId: parseUuid(entryId),
    entryVersion: FIRST_VERSION,
    authorId: parseUuid(authorId),
    deviceId: 'any',
    deviceCounter: 'any',
    previousHash: 'any',
  } as const
  return (await openShared(thePartnership(partnershipId), expected, fromBase64url(envelope))).content
}

/** A line belongs to both because one offered it and the other one signed: nobody can do both parts. */
async function requireBothKept({ entryId, authorId, partnershipId }: Received, shared: Shared): Promise<void> {
  if (shared.sort !== 'line') return
  const partnership = thePartnership(partnershipId)
  const offered = [partnership.me, partnership.partner].some(({ userId }) => userId === shared.offeredBy)
  const isTheLines = (await lineEntryId(partnership, parseUuid(shared.lineId))) === entryId
  if (!offered || !isTheLines || shared.offeredBy === authorId) throw new VaultError('envelope_tampered', 'line')
}
