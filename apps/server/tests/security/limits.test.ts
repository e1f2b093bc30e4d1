import { http } from '@turnstone/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const lookUp = (address: string) =>
  fetch(new URL(http.account.lookUpAccount.path, server.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, 'x-forwarded-for': address },
    body: JSON.stringify({ email: 'ana@example.org' }),
  })

it('a visitor who asks too much is told when to come back; another visitor of the same proxy is not held up', async () => {
  const answers = await Promise.all(Array.from({ length: 61 }, () => lookUp('192.0.2.1')))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(1)
  const body = (await refused[0]?.json()) as { error: { code: string; retryAfterMs: number } }
  expect(body.error.code).toBe('too_many_requests')
  expect(body.error.retryAfterMs).toBeGreaterThan(0)
  expect((await lookUp('192.0.2.2')).status).toBe(200)
})

it('every answer carries the strict policy', async () => {
  for (const path of ['/health/live', '/api/openapi.json', '/api/nothing', '/api/account']) {
    const { headers } = await fetch(new URL(path, server.url))
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

it('P2: the senses that gestures and our word need are for our own pages alone, and the others for nobody', async () => {
  for (const path of ['/health/live', '/api/account', '/_next/static/nothing.js']) {
    const { headers } = await fetch(new URL(path, server.url))
    const policy = new Map(
      (headers.get('permissions-policy') ?? '').split(', ').map((one) => one.split('=') as [string, string]),
    )
    const open = [...policy].filter(([, whom]) => whom !== '()')
    expect(open).toEqual([
      ['accelerometer', '(self)'],
      ['gyroscope', '(self)'],
      ['microphone', '(self)'],
    ])
    expect([...policy.keys()]).toEqual(
      expect.arrayContaining(['camera', 'geolocation', 'magnetometer', 'payment', 'usb']),
    )
    // No frame of anybody's, who could be given what is ours.
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('frame-src')
  }
})
