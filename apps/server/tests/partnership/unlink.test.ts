import { randomUUID } from 'node:crypto'
import { http, PROTOCOL_VERSION, type Route, type RouteCall } from '@turnstone/protocol'
import { type LiveDevice, link, linkedCouple, type Refused, ScriptedPartner, YES } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

/** Of what is raced; more in a long run: TURNSTONE_RACES=200. */
const ROUNDS = Number(process.env.TURNSTONE_RACES ?? 8)

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
let partnershipId: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
  partnershipId = await partnershipIdOf(ana)
})

const linkOf = (who: ScriptedPartner) => who.http.call(http.partnership.getPartnership, {})
const partnershipIdOf = async (who: ScriptedPartner) => (await linkOf(who)).partnership?.partnershipId ?? ''
const unlink = (who: ScriptedPartner, id = partnershipId) =>
  who.http.call(http.partnership.unlink, { params: { partnershipId: id } })
const living = (who: ScriptedPartner, of?: string) =>
  who.http.call(http.journal.listEntries, { query: { room: 'living', ...(of && { of }) } })
const saveLiving = (who: ScriptedPartner) =>
  who.http.call(http.journal.saveEntry, {
    params: { entryId: randomUUID() },
    body: { mutationId: randomUUID(), room: 'living', envelope: 'A'.repeat(900) },
  })
const refusalOf = async <R extends Route>(who: ScriptedPartner, route: R, input: RouteCall<R>) => {
  const refused = await who.http.call(route, input).then(
    () => null,
    (error: Refused) => error,
  )
  return refused && { status: refused.status, body: refused.body }
}

async function devices(): Promise<{ anaPhone: LiveDevice; benPhone: LiveDevice; close: () => void }> {
  const [anaPhone, benPhone] = [await ana.openDevice(), await ben.openDevice()]
  return {
    anaPhone,
    benPhone,
    close() {
      anaPhone.close()
      benPhone.close()
    },
  }
}

describe('L3: an unlink', () => {
  it('I17: ends a live check-in for both, and from then on the other is told nothing', async () => {
    const { anaPhone, benPhone, close } = await devices()
    const { checkInId } = await ana.checkIn()
    for (const phone of [anaPhone, benPhone]) {
      await phone.attend(checkInId)
      await phone.send(checkInId, YES)
    }
    await benPhone.until('a running check-in', () => benPhone.latest()?.phase.kind === 'running')

    await unlink(ana)
    for (const phone of [anaPhone, benPhone]) await phone.until('the end', () => phone.latest()?.phase.kind === 'ended')

    const heard = benPhone.received.length
    for (const command of [{ type: 'pause' }, { type: 'end' }, YES] as const) {
      expect(await anaPhone.send(checkInId, command)).toMatchObject({ ok: false, error: { code: 'not_linked' } })
      expect(await benPhone.send(checkInId, command)).toMatchObject({ ok: false, error: { code: 'not_linked' } })
    }
    await ana.savePage('only mine')
    const fresh = await ben.openDevice() // connects after the unlink: a round trip behind everything above
    expect(await fresh.attend(checkInId)).toMatchObject({ ok: false, error: { code: 'not_linked' } })
    expect(benPhone.received.slice(heard)).toEqual([])
    expect(fresh.received).toEqual([])
    expect(benPhone.all('poke')).toEqual([])
    fresh.close()
    close()
  })

  it('I17: afterwards both get the same refusals, and no word of who ended it', async () => {
    const { checkInId } = await ana.checkIn()
    const current = (await ana.http.call(http.agreement.getAgreement, {})).current
    await unlink(ana)
    const command = { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId, type: 'pause' } as const
    const asked = [
      (who: ScriptedPartner) => refusalOf(who, http.checkIn.getCheckIn, { query: { checkInId } }),
      (who: ScriptedPartner) => refusalOf(who, http.checkIn.getCheckIn, {}),
      (who: ScriptedPartner) => refusalOf(who, http.agreement.getAgreement, {}),
      (who: ScriptedPartner) =>
        refusalOf(who, http.agreement.signAgreement, {
          body: { hash: current?.hash ?? '', signature: 'A'.repeat(86) },
        }),
      (who: ScriptedPartner) => saveLiving(who).then(null, ({ status, body }: Refused) => ({ status, body })),
      (who: ScriptedPartner) => who.http.call(http.checkIn.sendCommand, { body: command }),
      (who: ScriptedPartner) => who.http.call(http.checkIn.listUnrecorded, {}),
      (who: ScriptedPartner) => living(who),
      (who: ScriptedPartner) => unlink(who),
    ]
    for (const ask of asked) expect(await ask(ben)).toEqual(await ask(ana))
    const [seen, other] = [await linkOf(ana), await linkOf(ben)]
    expect(seen.partnership).toBe(null)
    expect({ ...seen.past[0], seat: 'x', partnerId: 'x' }).toEqual({ ...other.past[0], seat: 'x', partnerId: 'x' })
  })

  it('tells my own other devices, so that they show it', async () => {
    const { anaPhone, close } = await devices()
    await unlink(ana)
    await anaPhone.until('the poke', () => anaPhone.all('poke').some(({ noun }) => noun === 'partnership'))
    close()
  })

  it('needs no live check-in, and is the same when it is said twice, or by both at once', async () => {
    await Promise.all([unlink(ana), unlink(ben), unlink(ana)])
    await unlink(ben)
    expect((await linkOf(ana)).past).toHaveLength(1)
  })

  it('is for the two alone', async () => {
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    for (const id of [partnershipId, randomUUID()])
      await expect(unlink(eve, id)).rejects.toMatchObject({ body: { code: 'not_linked' } })
    expect(await partnershipIdOf(ana)).toBe(partnershipId)
  })

  it('takes with it what was not signed or not used yet', async () => {
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    const zoe = await ScriptedPartner.signUp(server.url, 'Zoe', server.issueCookie)
    const fragment = await eve.invite()
    await zoe.accept(fragment, eve.lookupId)
    await link(zoe, ana).catch(() => undefined) // Ana is linked: Zoe's invitation stays unused
    const invitedByZoe = zoe.lookupId
    await eve.confirm()
    await zoe.join()
    await eve.propose()
    await unlink(eve, await partnershipIdOf(eve))
    await expect(
      ana.http.call(http.invitation.openInvitation, { body: { lookupId: invitedByZoe } }),
    ).rejects.toMatchObject({ body: { code: 'invitation_unknown' } })
    const { rows } = await server.db.pool.query('SELECT 1 FROM agreement WHERE signed_at IS NULL')
    expect(rows).toEqual([])
  })

  it('I17: leaves each the archive as it was then: pages of both, keys, and nothing of a drawer', async () => {
    await saveLiving(ben)
    await ana.savePage('only mine')
    const before = await living(ben)
    const keys = (await linkOf(ben)).partnership?.epochs
    await unlink(ana)
    for (const who of [ana, ben]) expect(await living(who, partnershipId)).toEqual(before)
    const [entry] = before.entries
    expect(await ana.http.call(http.journal.getEntry, { params: { entryId: entry?.entryId ?? '' } })).toEqual(entry)

    for (const who of [ana, ben]) expect((await linkOf(who)).past[0]?.epochs).toEqual(keys)

    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    expect((await living(eve, partnershipId)).entries).toEqual([])
  })

  it('I17: what is written while it happens is in the archive or refused, and nothing comes later', async () => {
    for (let round = 0; round < ROUNDS; round++, await link(ana, ben)) {
      const id = await partnershipIdOf(ana)
      const writes = Array.from({ length: 12 }, (_, i) =>
        saveLiving(i % 2 ? ana : ben).then(
          () => 'kept',
          (error: Refused) => error.body.code,
        ),
      )
      await unlink(ana, id)
      const fixed = await living(ben, id)
      const outcomes = await Promise.all(writes)
      expect(await living(ben, id)).toEqual(fixed)
      expect(fixed.entries).toHaveLength(outcomes.filter((outcome) => outcome === 'kept').length)
      expect(outcomes.filter((outcome) => outcome !== 'kept' && outcome !== 'not_linked')).toEqual([])
    }
  })

  it('a check-in that is asked for while it happens is not made in an ended link', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      await Promise.allSettled([ben.checkIn(), unlink(ana, await partnershipIdOf(ana)), ana.checkIn(), ben.checkIn()])
      await link(ana, ben)
      await ana.propose()
      await ben.signAgreement()
    }
    const { rows } = await server.db.pool.query(
      'SELECT 1 FROM check_in c JOIN partnership p ON p.id = c.live_partnership_id WHERE p.ended_at IS NOT NULL',
    )
    expect(rows).toEqual([])
  })
})

describe('I20: a new link', () => {
  it('with the same person shares no id and no key with the old one, and sees nothing of it', async () => {
    await saveLiving(ana)
    const before = (await linkOf(ana)).partnership
    await unlink(ben)
    await link(ben, ana)
    const { partnership, past } = await linkOf(ana)
    expect(partnership?.partnershipId).not.toBe(partnershipId)
    expect(partnership?.epochs[0]?.epochKeys).not.toBe(before?.epochs[0]?.epochKeys)
    expect(past[0]?.epochs).toEqual(before?.epochs)
    expect((await living(ana)).entries).toEqual([])
    expect((await living(ana, partnershipId)).entries).toHaveLength(1)
    expect(await ana.http.call(http.agreement.getAgreement, {})).toEqual({ current: null, basis: [], proposal: null })
  })

  it('cannot be made with the id of an old one', async () => {
    await unlink(ana)
    const fragment = await ana.invite()
    await ben.accept(fragment, ana.lookupId)
    const again = ana.http.call(http.invitation.confirmInvitation, {
      body: { lookupId: ana.lookupId, partnershipId, partnerId: ben.userId, epochKeys: 'A'.repeat(200) },
    })
    await expect(again).rejects.toMatchObject({ body: { code: 'version_conflict' } })
    expect((await linkOf(ana)).partnership).toBe(null)
  })

  it('with somebody else says nothing to the one before', async () => {
    const benPhone = await ben.openDevice()
    await unlink(ana)
    await benPhone.until('the end', () => benPhone.latest()?.phase.kind === 'ended')
    const heard = benPhone.received.length
    const eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
    await link(ana, eve)
    await saveLiving(ana)
    const answered = await benPhone.attend(randomUUID())
    expect(answered).toMatchObject({ ok: false, error: { code: 'not_linked' } })
    expect(benPhone.received.slice(heard)).toEqual([])
    expect((await linkOf(ben)).past[0]).toMatchObject({ partnerId: ana.userId })
    benPhone.close()
  })
})
