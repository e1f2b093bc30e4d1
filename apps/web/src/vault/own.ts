import {
  fromBase64url,
  openPrivate,
  type PrivateKind,
  sealPrivate,
  toBase64url,
  utf8Decode,
  utf8Encode,
  VaultError,
} from '@turnstone/vault'
import { localDb } from '@/lib/local-db'
import { inOrder } from './device'
import { theKeyring } from './session'

/* What a person keeps sealed for themselves and there is one of: its id is their own. */

export type OwnKind = Exclude<PrivateKind, 'page' | 'picture'>

/** @param leastChars shorter content is filled up with spaces, which no reader sees */
export async function sealOwn(kind: OwnKind, version: number, content: unknown, leastChars = 0): Promise<string> {
  const keyring = theKeyring()
  const bytes = utf8Encode(JSON.stringify(content).padEnd(leastChars))
  const sealed = await inOrder(async ({ deviceId, deviceCounter }) => {
    const place = { kind, entryId: keyring.identity.userId, entryVersion: version, deviceId, deviceCounter }
    return { value: await sealPrivate(keyring, place, bytes) }
  })
  return toBase64url(sealed)
}

/** The caller parses it: it is ours, and still data from elsewhere. */
export async function openOwn(kind: OwnKind, version: number, sealed: string): Promise<unknown> {
  const keyring = theKeyring()
  const entryId = keyring.identity.userId
  const expected = { kind, entryId, entryVersion: version, deviceId: 'any', deviceCounter: 'any' } as const
  const { content } = await openPrivate(keyring, expected, fromBase64url(sealed))
  return JSON.parse(utf8Decode(content))
}

/** A server that hands out something older than this device has seen would make a person forget: a key change, a note. */
export async function refuseOlder(kind: OwnKind, version: number): Promise<void> {
  const newest = Number((await localDb.get('meta', `${kind}.newest`)) ?? 0)
  if (version < newest) throw new VaultError('envelope_mismatch', 'entryVersion')
  if (version > newest) await localDb.put('meta', version, `${kind}.newest`)
}
