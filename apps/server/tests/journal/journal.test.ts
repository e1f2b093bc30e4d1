import { randomUUID } from 'node:crypto'
import { http } from '@turnstone/protocol'
import { linkedCouple, type ScriptedPartner, YES } from '@turnstone/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
let eve: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
  ;({ ana: eve } = await linkedCouple(server.url, server.issueCookie))
})
afterAll(() => server.stop())

const list = (who: ScriptedPartner, room: 'drawer' | 'living', after = '0') =>
  who.http.call(http.journal.listEntries, { query: { room, after } })

async function endedCheckIn(): Promise<string> {
  const { checkInId } = await ana.checkIn()
  const [anaPhone, benPhone] = [await ana.openDevice(), await ben.openDevice()]
  await anaPhone.send(checkInId, YES)
  await benPhone.send(checkInId, YES)
  await benPhone.send(checkInId, { type: 'end' })
  anaPhone.close()
  benPhone.close()
  return checkInId
}

describe('J2: a drawer', () => {
  it('is nobody else’s: not listed, not fetched, not told of, not countable', async () => {
    const benPhone = await ben.openDevice()
    const entryId = await ana.savePage('nobody else reads this')
    expect((await list(ana, 'drawer')).entries.map((entry) => entry.entryId)).toContain(entryId)

    for (const room of ['drawer', 'living'] as const)
      expect(JSON.stringify(await list(ben, room))).not.toContain(entryId)
    const missing = await ben.http
      .call(http.journal.getEntry, { params: { entryId: randomUUID() } })
      .catch((error) => error)
    const hidden = await ben.http.call(http.journal.getEntry, { params: { entryId } }).catch((error) => error)
    expect(hidden.status).toBe(404)
    expect(hidden.body).toEqual(missing.body)
    expect(benPhone.all('poke')).toEqual([])
    benPhone.close()
  })

  it('has a cursor of its own: the numbers one sees say nothing of how much the other writes', async () => {
    await ben.savePage('first')
    const before = (await list(ben, 'drawer')).entries.at(-1)?.cursor
    for (let i = 0; i < 3; i++) await ana.savePage(`page ${i}`)
    await ben.savePage('second')
    const after = (await list(ben, 'drawer')).entries.at(-1)?.cursor
    expect(Number(after) - Number(before)).toBe(1)
  })

  it('cannot be written over, and a conflict says nothing about whose it is', async () => {
    const entryId = await ana.savePage('mine')
    const envelope = 'A'.repeat(200)
    const overwrite = ben.http.call(http.journal.saveEntry, {
      params: { entryId },
      body: { mutationId: randomUUID(), room: 'drawer', envelope },
    })
    await expect(overwrite).rejects.toMatchObject({ body: { code: 'version_conflict' } })
    expect((await ana.http.call(http.journal.getEntry, { params: { entryId } })).envelope).not.toBe(envelope)
  })

  it('I9: the same mutation is applied once', async () => {
    const [entryId, mutationId] = [randomUUID(), randomUUID()]
    const save = () =>
      ana.http.call(http.journal.saveEntry, {
        params: { entryId },
        body: { mutationId, room: 'drawer', envelope: 'B'.repeat(200) },
      })
    const cursors = await Promise.all([save(), save(), save()])
    expect(new Set(cursors.map(({ cursor }) => cursor)).size).toBe(1)
    expect((await list(ana, 'drawer')).entries.filter((entry) => entry.entryId === entryId)).toHaveLength(1)
  })
})

describe('J1: the record of a check-in', () => {
  it('is made once, from either device, and both read it', async () => {
    const checkInId = await endedCheckIn()
    const entryId = await ana.recordId(checkInId)
    expect((await ben.http.call(http.checkIn.listUnrecorded, {})).checkIns).toMatchObject([{ checkInId, turns: 0 }])
    await ana.saveRecord(checkInId, entryId, 'record by Ana')
    await ben.saveRecord(checkInId, entryId, 'record by Ben')
    for (const who of [ana, ben]) {
      const { entries } = await list(who, 'living')
      expect(entries).toMatchObject([{ entryId, authorId: ana.userId }])
      expect((await who.http.call(http.checkIn.listUnrecorded, {})).checkIns).toEqual([])
    }
  })

  it('is not for strangers, and not of a check-in that has not ended', async () => {
    const { checkInId } = await ana.checkIn()
    await expect(ana.saveRecord(checkInId, randomUUID(), 'too early')).rejects.toMatchObject({
      body: { code: 'not_found' },
    })
    const ended = await endedCheckIn()
    await expect(eve.saveRecord(ended, randomUUID(), 'not mine')).rejects.toMatchObject({ body: { code: 'not_found' } })
    expect((await list(eve, 'living')).entries).toEqual([])
  })
})
