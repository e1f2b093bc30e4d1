import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { DEFAULT_RULES } from '@turnstone/check-in'
import { type LiveDevice, linkedCouple, type ScriptedPartner, YES } from '@turnstone/testkit'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ServerProcess } from '../support/server-process.ts'

/** More in a long run: TURNSTONE_KILLS=500. */
const KILLS = Number(process.env.TURNSTONE_KILLS ?? 4)
const RULES = { ...DEFAULT_RULES, breathMs: 0, turnMs: 1_800_000 }

let server: ServerProcess
let ana: ScriptedPartner
let ben: ScriptedPartner
let anaPhone: LiveDevice
let benPhone: LiveDevice
let checkInId: string

beforeAll(async () => {
  server = await ServerProcess.start()
})
afterAll(() => server.remove())
beforeEach(async () => {
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie, RULES))
  ;({ checkInId } = await ana.checkIn())
  anaPhone = await ana.openDevice()
  benPhone = await ben.openDevice()
  await arrive()
  await anaPhone.send(checkInId, YES)
  await benPhone.send(checkInId, YES)
})
afterEach(() => {
  anaPhone.close()
  benPhone.close()
})

async function arrive(): Promise<void> {
  for (const phone of [anaPhone, benPhone]) {
    await phone.connected()
    await phone.attend(checkInId)
  }
}

/** Ana speaks without a break until the connection is lost. Resolves to what was sent and what was acknowledged. */
async function speakUntilCut(): Promise<{ sent: string[]; acknowledged: string[] }> {
  const [sent, acknowledged]: [string[], string[]] = [[], []]
  while (anaPhone.socket.connected) {
    const utteranceId = randomUUID()
    sent.push(utteranceId)
    const command = {
      type: 'utter',
      turn: 1,
      utteranceId,
      envelope: await ana.sealUtterance(checkInId, utteranceId, 'words'),
    } as const
    const cut = new Promise<null>((resolve) => anaPhone.socket.once('disconnect', () => resolve(null)))
    const ack = await Promise.race([anaPhone.send(checkInId, command).catch(() => null), cut])
    if (ack?.ok) acknowledged.push(utteranceId)
  }
  return { sent, acknowledged }
}

describe('kill -9 of the server', () => {
  it(`I8 I9 I12: ${KILLS} times while somebody speaks: what was acknowledged is there once, the rest at most once`, async () => {
    const [sent, acknowledged]: [string[], string[]] = [[], []]
    for (let i = 0; i < KILLS; i++) {
      const speaking = speakUntilCut()
      await delay(randomInt(20, 400)) // the moment of the kill is what varies, not what is waited for
      await server.kill()
      const spoken = await speaking
      sent.push(...spoken.sent)
      acknowledged.push(...spoken.acknowledged)
      await server.start()
      await arrive()
    }
    const { utterances, snapshot } = await ben.checkIn()
    const stored = utterances.map(({ utteranceId }) => utteranceId)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.filter((id) => !stored.includes(id))).toEqual([])
    expect(new Set(stored).size).toBe(stored.length)
    expect(stored.filter((id) => !sent.includes(id))).toEqual([])
    expect(snapshot.phase).toMatchObject({ kind: 'running', floor: { holder: 'a', turn: 1 } })
  })

  it('I7: an acknowledged freeze stands after it, and both devices are shown it', async () => {
    const ack = await benPhone.send(checkInId, { type: 'pause' })
    await server.kill()
    await server.start()
    await arrive()
    expect(ack).toMatchObject({ ok: true })
    for (const partner of [ana, ben]) {
      expect((await partner.checkIn()).snapshot.phase).toMatchObject({ kind: 'frozen', freezeEpoch: 1 })
    }
    const early = await anaPhone.send(checkInId, {
      type: 'ready',
      freezeEpoch: 1,
      rung: 0,
      signature: await ana.readySignature(checkInId, 1),
    })
    expect(early).toMatchObject({ ok: false, error: { code: 'cooldown_running' } })
  })

  it('I9: a pause whose answer was lost is committed once when it is sent again', async () => {
    const commandId = randomUUID()
    const first = benPhone.send(checkInId, { type: 'pause' }, commandId).catch(() => 'lost')
    await server.kill()
    await Promise.race([first, benPhone.until('the cut', () => !benPhone.socket.connected)])
    await server.start()
    await arrive()
    for (const phone of [benPhone, anaPhone])
      expect(await phone.send(checkInId, { type: 'pause' }, commandId)).toMatchObject({ ok: true })
    expect((await ana.checkIn()).snapshot).toMatchObject({ freezeEpoch: 1, phase: { kind: 'frozen' } })
  })
})

describe('kill -9 of PostgreSQL', () => {
  it('I7 I22: holds still go out, nothing is acknowledged meanwhile, and what was acknowledged is there after it', async () => {
    const utteranceId = randomUUID()
    const envelope = await ana.sealUtterance(checkInId, utteranceId, 'before')
    expect(await anaPhone.send(checkInId, { type: 'utter', turn: 1, utteranceId, envelope })).toMatchObject({
      ok: true,
    })

    server.killPostgres()
    const commandId = randomUUID()
    const pauses = []
    let ack = await benPhone.send(checkInId, { type: 'pause' }, commandId)
    for (; !ack.ok; ack = await benPhone.send(checkInId, { type: 'pause' }, commandId)) pauses.push(ack.error.code)
    expect(new Set(pauses)).toEqual(new Set(pauses.length > 0 ? ['database_away'] : []))
    await anaPhone.until('the hold', () => anaPhone.all('hold').length > 0)
    await anaPhone.until('the freeze', () => anaPhone.latest()?.phase.kind === 'frozen')

    await server.postgresIsBack()
    const { utterances, snapshot } = await ana.checkIn()
    expect(utterances.map((utterance) => utterance.utteranceId)).toEqual([utteranceId])
    expect(snapshot).toMatchObject({ freezeEpoch: 1 })
  })

  it('I7 I8: everything at once, and the next start finds it all', async () => {
    expect(await benPhone.send(checkInId, { type: 'pause' })).toMatchObject({ ok: true })
    server.killPostgres()
    await server.kill()
    await server.start()
    await arrive()
    expect((await ana.checkIn()).snapshot).toMatchObject({ freezeEpoch: 1, phase: { kind: 'frozen' } })
  })
})
