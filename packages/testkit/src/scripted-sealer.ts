import { randomUUID } from 'node:crypto'
import {
  type ChainKind,
  type Keyring,
  type LiveKind,
  type Partnership,
  type PreviousHash,
  type PrivateKind,
  parseUuid,
  sealPrivate,
  sealShared,
  toBase64url,
  utf8Encode,
} from '@turnstone/vault'

/** What is sealed: which entry, and which version of it. */
interface Entry<Kind> {
  readonly kind: Kind
  readonly entryId: string
  readonly version?: number
}

/**
 * What one device seals, in its order and in the shapes of the app's own worker (`apps/web/src/vault`), so that an app
 * that signs in as this person reads all of it.
 */
export class ScriptedSealer {
  readonly #keyring: Keyring
  readonly #deviceId = parseUuid(randomUUID())
  #counter = 0
  #previousHash: PreviousHash = 'first'

  constructor(keyring: Keyring) {
    this.#keyring = keyring
  }

  /** What there is one of, such as pins: its entry is the person. */
  own(kind: Exclude<PrivateKind, 'page'>, version: number, content: unknown): Promise<string> {
    return this.private({ kind, version, entryId: this.#keyring.identity.userId }, content)
  }

  async private(entry: Entry<PrivateKind>, content: unknown): Promise<string> {
    return toBase64url(await sealPrivate(this.#keyring, this.#place(entry), json(content)))
  }

  /** For both, to stay: it continues this device's chain. */
  async shared(partnership: Partnership, entry: Entry<ChainKind>, content: unknown): Promise<string> {
    const place = { ...this.#place(entry), previousHash: this.#previousHash }
    const { bytes, hash } = await sealShared(this.#keyring, partnership, place, json(content))
    this.#previousHash = hash
    return toBase64url(bytes)
  }

  /** For both, gone when the check-in ends. */
  async live(partnership: Partnership, checkInId: string, entry: Entry<LiveKind>, text: string): Promise<string> {
    const place = { ...this.#place(entry), checkInId: parseUuid(checkInId) }
    return toBase64url((await sealShared(this.#keyring, partnership, place, utf8Encode(text))).bytes)
  }

  #place<Kind>({ kind, entryId, version = 1 }: Entry<Kind>) {
    this.#counter += 1
    const deviceCounter = this.#counter
    return { kind, entryId: parseUuid(entryId), entryVersion: version, deviceId: this.#deviceId, deviceCounter }
  }
}

const json = (content: unknown) => utf8Encode(JSON.stringify(content))
