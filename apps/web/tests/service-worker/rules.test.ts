import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOf, standIn } from '../../src/unbundled/service-worker/rules.js'

const ORIGIN = 'https://turnstone.example'
const KEPT = {
  pages: ['/en', '/es', '/en/journal/write', '/en/help', '/en/offline', '/es/offline'],
  files: ['/_next/static/chunks/abc.js', '/measures/en.html', '/api/account'],
  unseen: ['/en/help'],
}
const asked = (path: string, of: Partial<Parameters<typeof kindOf>[0]> = {}) =>
  kindOf({ method: 'GET', url: ORIGIN + path, mode: 'cors', forRouter: false, ahead: false, ...of }, KEPT, ORIGIN)

describe('what the service worker touches', () => {
  it('pages that are opened, and files of this build', () => {
    expect(asked('/en/journal', { mode: 'navigate' })).toBe('page')
    expect(asked('/', { mode: 'navigate' })).toBe('page')
    expect(asked('/_next/static/chunks/abc.js')).toBe('file')
    expect(asked('/measures/en.html', { mode: 'navigate' })).toBe('file')
  })

  it('never an answer of the API, a socket, a sign-in, or anything that changes something', () => {
    const path = fc
      .constantFrom('/api/', '/socket.io/', '/health/')
      .chain((start) => fc.string({ maxLength: 12 }).map((end) => start + encodeURIComponent(end)))
    fc.assert(
      fc.property(path, fc.constantFrom('navigate', 'cors', 'no-cors'), (where, mode) => {
        if (where.startsWith('/health/') && where !== '/health/') return
        expect(asked(where, { mode })).toBe('network')
      }),
    )
    expect(asked('/api/account')).toBe('network')
    expect(asked('/en', { mode: 'navigate', method: 'POST' })).toBe('network')
  })

  it('nothing of the page’s router, of other builds, or of other places', () => {
    expect(asked('/en/journal?_rsc=1a2b')).toBe('network')
    expect(asked('/en/journal', { forRouter: true })).toBe('network')
    expect(asked('/_next/static/chunks/other.js')).toBe('network')
    for (const path of ['/en', '/en/help']) {
      const elsewhere = { method: 'GET', url: `https://elsewhere.example${path}`, mode: 'navigate' }
      expect(kindOf({ ...elsewhere, forRouter: false, ahead: false }, KEPT, ORIGIN)).toBe('network')
    }
  })

  it('X2: pages that are opened unseen, by an address and by the router, never ahead of time', () => {
    expect(asked('/en/help', { mode: 'navigate' })).toBe('unseen')
    expect(asked('/en/help?_rsc=1a2b', { forRouter: true })).toBe('unseen for the router')
    expect(asked('/en/help?_rsc=1a2b', { forRouter: true, ahead: true })).toBe('network')
    expect(asked('/en/help', { mode: 'navigate', method: 'POST' })).toBe('network')
    expect(asked('/en/helper', { mode: 'navigate' })).toBe('page')
  })
})

describe('what stands in for a page without network', () => {
  const without = (path: string, languages = ['de-DE', 'es-MX', 'en']) => standIn(path, KEPT.pages, languages)

  it('is the page itself, as this build made it', () => {
    expect(without('/en/journal/write')).toEqual({ show: '/en/journal/write' })
    expect(without('/en/')).toEqual({ show: '/en' })
  })

  it('is a page that says so, in the language of the address', () => {
    expect(without('/es/no-such-page')).toEqual({ show: '/es/offline' })
  })

  it('is the way to a language, as the server would choose it', () => {
    expect(without('/')).toEqual({ goTo: '/es' })
    expect(without('/journal/write', ['en-GB'])).toEqual({ goTo: '/en/journal/write' })
    expect(without('/', [])).toEqual({ goTo: '/en' })
  })
})
