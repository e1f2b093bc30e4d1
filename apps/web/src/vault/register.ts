import { type http, registerStatement } from '@turnstone/protocol'
import {
  fromBase64url,
  newUuid,
  openPrivate,
  openShared,
  parseUuid,
  sealPrivate,
  sealShared,
  sign,
  toBase64url,
  utf8Encode,
  VaultError,
  verify,
} from '@turnstone/vault'
import { inOrder } from './device'
import {
  type Answered,
  fromKept,
  fromOpened,
  fromSheet,
  keptContent,
  openedContent,
  sheetText,
} from './register-content'
import { theKeyring, thePartnership } from './session'

type Own = http.register.OwnSheet
type Other = http.register.OtherSheet

/** A sheet is made once: another one has another id. */
const FIRST_VERSION = 1
const SALT_BYTES = 32

export const register = {
  /** My sheet, sealed for me alone, and what binds me to it. */
  async commit({ answers }: { answers: readonly Answered[] }) {
    const keyring = theKeyring()
    const { partnershipId } = thePartnership()
    const salt = toBase64url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
    const sheet = sheetText({ author: keyring.identity.userId, salt, answers: [...answers] })
    const entryId = newUuid()
    const kept = await inOrder(async ({ deviceId, deviceCounter }) => {
      const place = { kind: 'page', entryId, entryVersion: FIRST_VERSION, deviceId, deviceCounter } as const
      return { value: await sealPrivate(keyring, place, keptContent({ sheet })) }
    })
    const commitment = await commitmentOf(sheet)
    const signature = sign(keyring, registerStatement({ partnershipId, entryId, commitment }))
    return { entryId, commitment, signature: toBase64url(signature), kept: toBase64url(kept) }
  },

  /** What I answered. */
  async mine({ mine }: { mine: Own }): Promise<readonly Answered[]> {
    return fromSheet(await keptText(mine)).answers
  },

  /** My sheet for both to read, only on a commitment that the other one signed: from here on they are bound to it. */
  async open({ mine, theirs }: { mine: Own; theirs: Other }) {
    requireSigned(theirs)
    const sheet = await keptText(mine)
    const bytes = await inOrder(async (place) => {
      const at = { kind: 'shared', entryId: parseUuid(mine.entryId), entryVersion: FIRST_VERSION, ...place } as const
      const content = openedContent({ sheet, against: theirs.commitment })
      const sealed = await sealShared(theKeyring(), thePartnership(), at, content)
      return { value: sealed.bytes, hash: sealed.hash }
    })
    return { mine: mine.commitment, theirs: theirs.commitment, opened: toBase64url(bytes) }
  },

  /** What the other answered: what they committed to, which is what mine was opened on, and theirs on mine. */
  async theirs({ mine, theirs }: { mine: Own; theirs: Other }): Promise<readonly Answered[]> {
    requireSigned(theirs)
    const { me, partner } = thePartnership()
    const own = await openedBy(me.userId, mine)
    const other = await openedBy(partner.userId, theirs)
    if (own.against !== theirs.commitment || other.against !== mine.commitment) throw changed()
    return (await committedSheet(other.sheet, theirs.commitment, partner.userId)).answers
  },
}

const changed = () => new VaultError('envelope_tampered', 'sheet')

async function commitmentOf(sheet: string): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8Encode(sheet))))
}

function requireSigned({ entryId, commitment, signature }: Other): void {
  const { partnershipId, partner } = thePartnership()
  verify(partner.signingKey, registerStatement({ partnershipId, entryId, commitment }), fromBase64url(signature))
}

async function committedSheet(text: string, commitment: string, author: string) {
  const sheet = fromSheet(text)
  if ((await commitmentOf(text)) !== commitment || sheet.author !== author) throw changed()
  return sheet
}

async function keptText(mine: Own): Promise<string> {
  const keyring = theKeyring()
  const place = {
    kind: 'page',
    entryId: parseUuid(mine.entryId),
    entryVersion: FIRST_VERSION,
    deviceId: 'any',
    deviceCounter: 'any',
  } as const
  const { sheet } = fromKept((await openPrivate(keyring, place, fromBase64url(mine.kept))).content)
  await committedSheet(sheet, mine.commitment, keyring.identity.userId)
  return sheet
}

async function openedBy(authorId: string, { entryId, opened }: Own | Other) {
  if (opened === null) throw new VaultError('argument_invalid', 'opened')
  const expected = {
    kind: 'shared',
    entryId: parseUuid(entryId),
    entryVersion: FIRST_VERSION,
    authorId: parseUuid(authorId),
    deviceId: 'any',
    deviceCounter: 'any',
    previousHash: 'any',
  } as const
  return fromOpened((await openShared(thePartnership(), expected, fromBase64url(opened))).content)
}
