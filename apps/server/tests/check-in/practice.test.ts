import { http } from '@turnstone/protocol'
import { linkedCouple, YES } from '@turnstone/testkit'
import { expect, it } from 'vitest'
import { startTestServer } from '../support/server.ts'

it('a practice waits ten seconds, leaves no record, and is not counted as a check-in', async () => {
  const server = await startTestServer()
  const { ana, ben } = await linkedCouple(server.url, server.issueCookie)
  const phones = [await ana.openDevice(), await ben.openDevice()] as const
  const { checkInId } = await ana.checkIn()
  for (const phone of phones) await phone.attend(checkInId)

  await phones[0].send(checkInId, { type: 'choose', format: 'practice', minutes: 5 })
  expect((await ana.checkIn()).snapshot.plan).toMatchObject({ format: 'practice', practice: true })
  for (const phone of phones) await phone.send(checkInId, { ...YES, planEpoch: 1 })
  for (const phone of phones) await phone.until('it runs', () => phone.latest()?.phase.kind === 'running')

  await phones[1].send(checkInId, { type: 'pause' })
  await phones[0].until('it is paused', () => phones[0].latest()?.phase.kind === 'frozen')
  const frozen = (await ana.checkIn()).snapshot.phase
  expect(frozen.kind === 'frozen' && frozen.cooldownLeftMs).toBeLessThanOrEqual(10_000)

  await phones[0].send(checkInId, { type: 'end' })
  expect(await ana.http.call(http.checkIn.listUnrecorded, {})).toEqual({ checkIns: [] })
  const next = await ana.checkIn()
  expect(next.checkInId).not.toBe(checkInId)
  expect(next.snapshot.plan).toMatchObject({ format: 'first-ten', practice: false })
  expect(next.snapshot.rules.cooldownMs).toBe(20 * 60_000)

  for (const phone of phones) phone.close()
  await server.stop()
})
