import { lookup } from 'node:dns'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import webPush from 'web-push'
import { createLogger } from '../../src/infra/logger.ts'
import { isPublicAddress, lookUpPublic } from '../../src/infra/push/push-address.ts'
import { isServerKey, serverKeys } from '../../src/infra/push/server-keys.ts'
import { WebPushSender } from '../../src/infra/push/web-push-sender.ts'
import { PushBrowser } from '../support/push-service.ts'

describe('the key that pushes are signed with', () => {
  it('is the same at every start, another one elsewhere, and as it was set where it was set', () => {
    const secret = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString('base64url'))
    fc.assert(
      fc.property(secret, secret, (one, other) => {
        const keys = serverKeys(null, one)
        expect(serverKeys(null, one)).toEqual(keys)
        expect(isServerKey(keys.privateKey)).toBe(true)
        expect(keys.privateKey === serverKeys(null, other).privateKey).toBe(one === other)
        expect(serverKeys(keys.privateKey, other)).toEqual(keys)
      }),
      { numRuns: 30 },
    )
    const { publicKey, privateKey } = webPush.generateVAPIDKeys()
    expect(serverKeys(privateKey, '')).toEqual({ publicKey, privateKey })
  })

  it('is refused when it is none', () => {
    expect(['', 'A'.repeat(43), '_'.repeat(43), `${'A'.repeat(42)}=`].map(isServerKey)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

describe('an address that is pushed to', () => {
  it('is a public one', () => {
    const open = ['142.250.1.1', '8.8.8.8', '2a00:1450:4001::1', '2600::1']
    const closed = [
      '0.0.0.0',
      '10.0.0.1',
      '100.64.0.1',
      '127.0.0.1',
      '169.254.169.254',
      '172.31.255.255',
      '192.168.1.1',
      '224.0.0.1',
      '255.255.255.255',
      '::',
      '::1',
      '::ffff:8.8.8.8',
      'fe80::1',
      'fd12::1',
      'ff02::1',
      '64:ff9b::a00:1',
      '2001:db8::1',
      '2002:a00:1::',
      '2001::1',
      'localhost',
      '',
    ]
    expect(open.filter((address) => !isPublicAddress(address))).toEqual([])
    expect(closed.filter(isPublicAddress)).toEqual([])
  })

  it('is judged again when a name is looked up: one that leads home is not connected to', async () => {
    const found = await promisify(lookup)('localhost', { all: true })
    expect(found.length).toBeGreaterThan(0)
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => lookUpPublic('localhost', { all }, resolve))
      expect(error).toMatchObject({ name: 'PrivateAddressError' })
    }
  })

  it('is not asked, whoever let it in', async () => {
    const sender = new WebPushSender(serverKeys(null, 'A'.repeat(43)), 'mailto:a@b.example', createLogger('silent'))
    const { p256dh, auth } = new PushBrowser().subscription
    const target = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') }
    for (const endpoint of ['https://localhost/x', 'https://127.0.0.1/x', 'https://[::1]/x', 'http://example.org/x']) {
      const outcome = await sender.send({ ...target, endpoint }, { text: '{}', ttlSeconds: 1, topic: 'pause' })
      expect([endpoint, outcome]).toEqual([endpoint, { kind: 'gone' }])
    }
    sender.close()
  })
})
