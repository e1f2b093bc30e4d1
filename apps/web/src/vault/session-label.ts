import {
  fromBase64url,
  openPrivate,
  parseUuid,
  sealPrivate,
  toBase64url,
  utf8Decode,
  utf8Encode,
} from '@turnstone/vault'
import * as z from 'zod'
import { inOrder } from './device'
import { theKeyring } from './session'

/** What a browser says of itself, for its owner's list of sessions. Empty where it could not tell. */
const Device = z.strictObject({ browser: z.string().max(40), system: z.string().max(40) })
export type Device = z.infer<typeof Device>

/** A label is made once and never changed. */
const VERSION = 1

export const sessionLabel = {
  async seal({ sessionId, device }: { sessionId: string; device: Device }): Promise<{ label: string }> {
    const keyring = theKeyring()
    const content = utf8Encode(JSON.stringify(device))
    const sealed = await inOrder(async ({ deviceId, deviceCounter }) => {
      const place = {
        kind: 'label',
        entryId: parseUuid(sessionId),
        entryVersion: VERSION,
        deviceId,
        deviceCounter,
      } as const
      return { value: await sealPrivate(keyring, place, content) }
    })
    return { label: toBase64url(sealed) }
  },

  /** Null for what is not a label of this very session: the server may have mixed them up, or made one up. */
  async open({ sessionId, label }: { sessionId: string; label: string }): Promise<Device | null> {
    const expected = {
      kind: 'label',
      entryId: parseUuid(sessionId),
      entryVersion: VERSION,
      deviceId: 'any',
      deviceCounter: 'any',
    } as const
    try {
      const { content } = await openPrivate(theKeyring(), expected, fromBase64url(label))
      return Device.parse(JSON.parse(utf8Decode(content)))
    } catch {
      return null // shown as a browser nobody knows, which is the careful thing
    }
  },
}
