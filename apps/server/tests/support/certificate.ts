import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const der = (tag: number, ...parts: Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const length =
    content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff].map((byte) => byte)
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const hex = (text: string) => Buffer.from(text, 'hex')
const ECDSA_WITH_SHA256 = der(0x30, der(0x06, hex('2a8648ce3d040302')))
const COMMON_NAME = hex('550403')
const ALTERNATIVE_NAMES = hex('551d11')

/** A certificate that a server made for itself: just enough X.509 for one name. */
export function certificateFor(name: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = der(0x30, der(0x31, der(0x30, der(0x06, COMMON_NAME), der(0x0c, Buffer.from(name)))))
  const day = (shift: number) => {
    const text = new Date(Date.now() + shift * 86_400_000).toISOString().replace(/\D/g, '').slice(0, 14)
    return der(0x18, Buffer.from(`${text}Z`))
  }
  const names = der(0x30, der(0x06, ALTERNATIVE_NAMES), der(0x04, der(0x30, der(0x82, Buffer.from(name)))))
  const content = der(
    0x30,
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, Buffer.concat([hex('01'), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    subject,
    der(0x30, day(-1), day(1)),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, names)),
  )
  const signature = der(0x03, hex('00'), sign('sha256', content, privateKey))
  const body = der(0x30, content, ECDSA_WITH_SHA256, signature).toString('base64')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${body.replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  }
}
