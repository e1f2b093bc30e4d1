import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const HAS_KEY = 0x40

interface Ceremony {
  readonly domain: string
  readonly origin: string
  readonly challenge: string
}

/** A passkey without a device: what an authenticator would answer, and what a dishonest one might. */
export class SoftAuthenticator {
  readonly credentialId = randomBytes(32)
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #counter = 0
  /** Whether it asks the person for a finger or a code. */
  verifies = true

  make({ domain, origin, challenge }: Ceremony) {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.credentialId.length)
    const authData = Buffer.concat([
      this.#data(domain, HAS_KEY),
      Buffer.alloc(16), // no model
      length,
      this.credentialId,
      this.#coseKey(),
    ])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(authData),
    ])
    return {
      challenge,
      credentialId: this.credentialId.toString('base64url'),
      clientData: clientData('webauthn.create', challenge, origin).toString('base64url'),
      attestation: attestation.toString('base64url'),
    }
  }

  answer({ domain, origin, challenge }: Ceremony) {
    this.#counter += 1
    const client = clientData('webauthn.get', challenge, origin)
    const authenticatorData = this.#data(domain, 0)
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(client).digest()])
    return {
      challenge,
      credentialId: this.credentialId.toString('base64url'),
      clientData: client.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#keys.privateKey).toString('base64url'),
    }
  }

  #data(domain: string, more: number): Buffer {
    const flags = USER_PRESENT | (this.verifies ? USER_VERIFIED : 0) | more
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.#counter)
    return Buffer.concat([createHash('sha256').update(domain).digest(), Buffer.from([flags]), counter])
  }

  /** {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y} */
  #coseKey(): Buffer {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21])
    const point = (value: string) => bytes(Buffer.from(value, 'base64url'))
    return Buffer.concat([head, point(x), Buffer.from([0x22]), point(y)])
  }
}

const clientData = (type: string, challenge: string, origin: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

/* CBOR, as much of it as this needs. */
const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
function bytes(value: Buffer): Buffer {
  const head =
    value.length < 24
      ? [0x40 + value.length]
      : value.length < 256
        ? [0x58, value.length]
        : [0x59, value.length >> 8, value.length & 0xff]
  return Buffer.concat([Buffer.from(head), value])
}
