import {
  changePasskeys,
  fromBase64url,
  openingPasskeys,
  openPrivate,
  PASSKEY_INPUT,
  passkeyId,
  passkeyOutput,
  sealPrivate,
  toBase64url,
  utf8Decode,
  utf8Encode,
} from '@turnstone/vault'
import * as z from 'zod'
import { inOrder } from './device'
import { passkeyIds, readyToSend, sealingOf, type Target } from './sealing'
import { theKeyring } from './session'

/** What its owner calls it. A name is made with the passkey and never changed. */
const Label = z.strictObject({ name: z.string().max(60) })
const VERSION = 1

export const passkey = {
  /** What every authenticator is asked; what it answers opens the pages and is for this worker alone. */
  async input(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(PASSKEY_INPUT)
  },

  /** One more that opens the pages, beside those there are. */
  async add(of: { account: Target; credentialIds: readonly string[]; credentialId: string; output: Uint8Array }) {
    const keyring = theKeyring()
    const added = { id: await passkeyId(fromBase64url(of.credentialId)), output: passkeyOutput(of.output) }
    const sealing = await sealingOf(of.account, of.credentialIds)
    return readyToSend(keyring, of.account, await changePasskeys({ keyring, ...sealing, added }))
  },

  /** Only these open the pages from now on. */
  async keepOnly({ account, credentialIds }: { account: Target; credentialIds: readonly string[] }) {
    const keyring = theKeyring()
    const sealing = await sealingOf(account, credentialIds)
    return readyToSend(keyring, account, await changePasskeys({ keyring, ...sealing }))
  },

  /** Which of these open the pages, by what their owner has signed; `others`: some that are not among them do too. */
  async opening({ account, credentialIds }: { account: Target; credentialIds: readonly string[] }) {
    const signed = openingPasskeys(theKeyring(), fromBase64url(account.keys))
    const ids = await passkeyIds(credentialIds)
    return {
      opening: credentialIds.filter((_, index) => signed.some((id) => id === ids[index])),
      others: signed.some((id) => !ids.includes(id)),
    }
  },

  async sealName({ credentialId, name }: { credentialId: string; name: string }): Promise<string> {
    const keyring = theKeyring()
    const entryId = await passkeyId(fromBase64url(credentialId))
    const content = utf8Encode(JSON.stringify(Label.parse({ name })))
    const sealed = await inOrder(async ({ deviceId, deviceCounter }) => {
      const place = { kind: 'label', entryId, entryVersion: VERSION, deviceId, deviceCounter } as const
      return { value: await sealPrivate(keyring, place, content) }
    })
    return toBase64url(sealed)
  },

  /** Null for what is not the name of this very passkey: the server may have mixed them up, or made one up. */
  async openName({ credentialId, label }: { credentialId: string; label: string }): Promise<string | null> {
    const keyring = theKeyring()
    const entryId = await passkeyId(fromBase64url(credentialId))
    const place = { kind: 'label', entryId, entryVersion: VERSION, deviceId: 'any', deviceCounter: 'any' } as const
    try {
      const { content } = await openPrivate(keyring, place, fromBase64url(label))
      return Label.parse(JSON.parse(utf8Decode(content))).name
    } catch {
      return null // shown as a passkey without a name, which is the careful thing
    }
  },
}
