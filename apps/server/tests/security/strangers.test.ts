import { randomUUID } from 'node:crypto'
import { http, PROTOCOL_VERSION } from '@turnstone/protocol'
import { type CommandBody, linkedCouple, ScriptedPartner, YES } from '@turnstone/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
let eve: ScriptedPartner
let zoe: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
  ;({ ana: eve } = await linkedCouple(server.url, server.issueCookie))
  zoe = await ScriptedPartner.signUp(server.url, 'Zoe', server.issueCookie)
})
afterAll(() => server.stop())

describe('membership', () => {
  it('a stranger in another link can neither see, command, attend nor hold a check-in', async () => {
    const { checkInId } = await ana.checkIn()
    await expect(eve.checkIn(checkInId)).rejects.toMatchObject({ body: { code: 'not_found' } })

    const [evePhone, anaPhone] = [await eve.openDevice(), await ana.openDevice()]
    await anaPhone.attend(checkInId)
    expect(await evePhone.attend(checkInId)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    for (const command of [{ type: 'pause' }, { type: 'end' }, YES] as const) {
      expect(await evePhone.send(checkInId, command)).toMatchObject({ ok: false, error: { code: 'not_found' } })
    }
    const own = await ben.http.call(http.checkIn.sendCommand, {
      body: { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId, type: 'notToday' },
    })
    expect(own).toMatchObject({ ok: true })
    expect(anaPhone.all('hold')).toEqual([])
    evePhone.close()
    anaPhone.close()
  })

  it('a person without a link is told so', async () => {
    const { checkInId } = await ana.checkIn()
    const phone = await zoe.openDevice()
    expect(await phone.send(checkInId, { type: 'pause' })).toMatchObject({ ok: false, error: { code: 'not_linked' } })
    await expect(zoe.checkIn()).rejects.toMatchObject({ body: { code: 'not_linked' } })
    await expect(zoe.http.call(http.agreement.getAgreement, {})).rejects.toMatchObject({ body: { code: 'not_linked' } })
    phone.close()
  })

  it('identity comes from the handshake: no message can say who it is from', async () => {
    const { checkInId } = await ana.checkIn()
    const phone = await ana.openDevice()
    const forged = {
      v: PROTOCOL_VERSION,
      commandId: randomUUID(),
      checkInId,
      type: 'pause',
      seat: 'b',
      accountId: ben.userId,
    }
    expect(await phone.socket.emitWithAck('command', forged)).toMatchObject({
      ok: false,
      error: { code: 'invalid_request' },
    })
    phone.close()
  })

  it.each([
    ['nothing', undefined],
    ['a text', 'pause'],
    ['an unknown command', { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId: randomUUID(), type: 'unfreeze' }],
    ['another version', { v: PROTOCOL_VERSION + 1, commandId: randomUUID(), checkInId: randomUUID(), type: 'pause' }],
  ])('a socket answers what makes no sense: %s', async (name, message) => {
    const phone = await ana.openDevice()
    const ack = await phone.socket.emitWithAck('command', message)
    expect(ack).toMatchObject({
      ok: false,
      error: { code: name === 'another version' ? 'unsupported_version' : 'invalid_request' },
    })
    phone.close()
  })

  it('a socket that sends too much is cut, and comes back', async () => {
    const phone = await ana.openDevice()
    phone.socket.emit('command', { junk: 'x'.repeat(100_000) })
    await phone.until('being cut', () => !phone.socket.connected)
    await phone.connected()
    phone.close()
  })

  it('P1: while one check-in is flooded, everybody else is answered, and its pause goes before what waited longer', async () => {
    const { checkInId } = await ana.checkIn()
    const phone = await ana.openDevice()
    const inTheWay = await server.db.pool.connect()
    const order: string[] = []
    const send = (body: CommandBody) =>
      phone.send(checkInId, body).then((ack) => void order.push(`${body.type} ${ack.ok}`))
    try {
      await inTheWay.query('BEGIN')
      await inTheWay.query('SELECT 1 FROM check_in WHERE id = $1 FOR UPDATE', [checkInId])
      const flood = Array.from({ length: 40 }, () => send({ type: 'notToday' }))
      const pause = send({ type: 'pause' })
      for (let asked = 0; asked < 5; asked += 1) await zoe.http.call(http.account.getAccount, {})
      expect(order).toEqual([])
      await inTheWay.query('COMMIT')
      await Promise.all([...flood, pause])
    } finally {
      inTheWay.release()
    }
    expect(order.slice(0, 2)).toContain('pause true')
    await ana.http.call(http.checkIn.sendCommand, {
      body: { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId, type: 'end' },
    })
    phone.close()
  })

  it('P1: a pause is answered when everything else is being limited', async () => {
    const { checkInId } = await ana.checkIn()
    const phone = await ana.openDevice()
    const flood = await Promise.all(Array.from({ length: 260 }, () => phone.send(checkInId, { type: 'notToday' })))
    expect(flood.at(-1)).toMatchObject({ ok: false, error: { code: 'too_many_requests' } })
    const pauses = await Promise.all(Array.from({ length: 300 }, () => phone.send(checkInId, { type: 'pause' })))
    expect(pauses.filter(({ ok }) => !ok)).toEqual([])
    const http429 = await ana.http.call(http.checkIn.sendCommand, {
      body: { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId, type: 'pause' },
    })
    expect(http429).toMatchObject({ ok: true })
    phone.close()
  })
})
