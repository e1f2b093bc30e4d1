import { http } from '@turnstone/protocol'
import { linkedCouple, type ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

const MINUTE_MS = 60_000
const refusedWith = (code: string) => ({ body: { code } })

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
})

const agreementOf = (who: ScriptedPartner) => who.http.call(http.agreement.getAgreement, {})
const historyOf = (who: ScriptedPartner, of?: string) =>
  who.http.call(http.agreement.listAgreements, { query: of ? { of } : {} })

describe('L4: a change that one makes alone', () => {
  it('is in force at once, for both, on top of what both have signed', async () => {
    const { current: before } = await agreementOf(ana)
    await ben.amend({ rules: { cooldownMs: 45 * MINUTE_MS } })
    await ana.amend({ words: { word: 'marmalade', anything: 'is sealed' } })
    for (const who of [ana, ben]) {
      const { basis, current } = await agreementOf(who)
      expect(current).toMatchObject({ kind: 'amendment', version: 3, rules: { cooldownMs: 45 * MINUTE_MS } })
      expect(basis.map(({ kind, version }) => [kind, version])).toEqual([
        ['agreement', 1],
        ['amendment', 2],
      ])
      expect(basis[0]).toEqual(before)
      expect(basis[1]?.signatures).toMatchObject({ a: null, b: expect.any(String) })
    }
  })

  it.each([
    ['a shorter break', { cooldownMs: 10 * MINUTE_MS }],
    ['a break of more than an hour', { cooldownMs: 61 * MINUTE_MS }],
    ['a shorter turn', { turnMs: MINUTE_MS }],
    ['a longer break with another turn', { cooldownMs: 45 * MINUTE_MS, turnMs: MINUTE_MS }],
  ])('is not %s', async (_what, rules) => {
    await expect(ana.amend({ rules })).rejects.toMatchObject(refusedWith('needs_both'))
    expect((await agreementOf(ben)).current?.version).toBe(1)
  })

  it('is signed as what it is: a signature under an agreement does not make one', async () => {
    const asAgreement = ana.amend({ rules: { cooldownMs: 45 * MINUTE_MS }, as: 'agreement' })
    await expect(asAgreement).rejects.toMatchObject(refusedWith('bad_signature'))
  })

  it('of two at the same moment one is made, and the other is told', async () => {
    const both = await Promise.allSettled([
      ana.amend({ rules: { cooldownMs: 30 * MINUTE_MS } }),
      ben.amend({ rules: { cooldownMs: 45 * MINUTE_MS } }),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0)
    // Whoever comes later was told of another version, or had already read it and asks for a shorter break than that.
    for (const one of both)
      if (one.status === 'rejected') expect(['agreement_changed', 'needs_both']).toContain(one.reason.body.code)
  })

  it('leaves a check-in under way its version, and changes one that nobody has touched', async () => {
    const { checkInId, agreementHash } = await ana.checkIn()
    const phone = await ana.openDevice()
    await phone.send(checkInId, { type: 'pause' })
    await ana.amend({ rules: { cooldownMs: 45 * MINUTE_MS } })
    expect(await ben.checkIn()).toMatchObject({ agreementHash, snapshot: { rules: { cooldownMs: 20 * MINUTE_MS } } })
    await phone.send(checkInId, { type: 'end' })
    expect((await ben.checkIn()).snapshot.rules.cooldownMs).toBe(45 * MINUTE_MS)
    phone.close()
  })

  it('stays in the history, which both read, also after the end of the link', async () => {
    await ana.amend({ rules: { cooldownMs: 45 * MINUTE_MS } })
    const before = await historyOf(ana)
    expect(before.agreements.map(({ kind }) => kind)).toEqual(['agreement', 'amendment'])
    const { partnershipId } = (await ana.http.call(http.partnership.getPartnership, {})).partnership ?? {
      partnershipId: '',
    }
    await ben.http.call(http.partnership.unlink, { params: { partnershipId } })
    for (const who of [ana, ben]) expect(await historyOf(who, partnershipId)).toEqual(before)
    await expect(ana.amend({ rules: { cooldownMs: 60 * MINUTE_MS } })).rejects.toMatchObject(refusedWith('not_linked'))
    const { ana: eve } = await linkedCouple(server.url, server.issueCookie)
    await expect(historyOf(eve, partnershipId)).rejects.toMatchObject(refusedWith('not_linked'))
  })
})
