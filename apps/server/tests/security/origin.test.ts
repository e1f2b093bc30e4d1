import { request } from 'node:http'
import { http } from '@turnstone/protocol'
import { ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
  ana = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
})
afterAll(() => server.stop())

/** Plain node:http, so that every header is ours. Resolves to status and body. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, server.url), { method, headers }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('requests from elsewhere', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:1' }],
    ['an opaque origin', { origin: 'null' }],
    ['nowhere', {}],
    ['a cross-site page without an origin', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused on unsafe methods: %s', async (_name, headers) => {
    const body = JSON.stringify({ email: 'a@example.org' })
    const answer = await send(
      'POST',
      http.account.lookUpAccount.path,
      { ...headers, 'content-type': 'application/json' },
      body,
    )
    expect(answer.status).toBe(403)
    expect(JSON.parse(answer.text)).toEqual({ error: { code: 'origin_refused' } })
  })

  it('are let through from our own pages', async () => {
    const body = JSON.stringify({ email: 'a@example.org' })
    const answer = await send(
      'POST',
      http.account.lookUpAccount.path,
      { origin: server.url, 'content-type': 'application/json' },
      body,
    )
    expect(answer.status).toBe(200)
  })

  it.each([
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['no origin at all', {}],
    ['a cross-site fetch', { 'sec-fetch-site': 'cross-site' }],
  ])('are refused by the polling transport: %s', async (_name, headers) => {
    const answer = await send('GET', '/socket.io/?EIO=4&transport=polling', {
      ...headers,
      cookie: ana.http.cookie ?? '',
    })
    expect(answer.status).toBe(403)
  })

  it.each(['https://evil.example', undefined])('are refused by the WebSocket transport: origin %s', async (origin) => {
    const answer = await send('GET', '/socket.io/?EIO=4&transport=websocket', {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      cookie: ana.http.cookie ?? '',
      ...(origin && { origin }),
    })
    expect(answer.status).toBe(400) // engine.io's word for an upgrade that was not allowed
  })

  it.each(['websocket', 'polling'] as const)('are let through from our own pages over %s', async (transport) => {
    const device = await ana.openDevice(transport)
    expect(device.socket.connected).toBe(true)
    device.close()
  })
})

describe('the internal routes', () => {
  it('do not exist for anybody without the page server’s token', async () => {
    for (const token of [{}, { 'x-turnstone-internal': 'x'.repeat(43) }]) {
      const answer = await send(
        'POST',
        http.session.startSession.path,
        { ...token, origin: server.url, 'content-type': 'application/json' },
        JSON.stringify({ email: ana.email, authKey: ana.authKey }),
      )
      expect(answer.status).toBe(404)
    }
  })
})
