import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { http } from '@turnstone/protocol'
import { link, linkedCouple, type Refused, type ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ServerProcess } from '../support/server-process.ts'

/** More in a long run: TURNSTONE_KILLS=500. */
const KILLS = Number(process.env.TURNSTONE_KILLS ?? 4)

let server: ServerProcess
let ana: ScriptedPartner
let ben: ScriptedPartner
beforeAll(async () => {
  server = await ServerProcess.start()
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
})
afterAll(() => server.remove())

const linkOf = (who: ScriptedPartner) => who.http.call(http.partnership.getPartnership, {})
const codeOf = (refused: unknown) => (refused as Refused).body.code

it(`I17: ${KILLS} times kill -9 during an unlink: both are linked as before, or neither is, and said again it is done`, async () => {
  for (let i = 0; i < KILLS; i++) {
    await ana.checkIn()
    const partnershipId = (await linkOf(ana)).partnership?.partnershipId ?? ''
    const unlink = () => ana.http.call(http.partnership.unlink, { params: { partnershipId } })
    const answered = unlink().then(
      () => true,
      () => false,
    )
    await delay(randomInt(0, 12)) // the moment of the kill is what varies, not what is waited for
    await server.kill()
    const wasAnswered = await answered
    await server.start()

    const [anas, bens] = [await linkOf(ana), await linkOf(ben)]
    expect(anas.partnership?.partnershipId).toBe(bens.partnership?.partnershipId)
    const checkIn = await ben.checkIn().then(({ snapshot }) => snapshot.phase.kind, codeOf)
    expect(checkIn).toBe(anas.partnership ? 'waiting' : 'not_linked')
    if (wasAnswered) expect(anas.partnership).toBe(null)

    await unlink()
    expect((await linkOf(ben)).partnership).toBe(null)
    await link(ana, ben)
    await ana.propose()
    await ben.signAgreement()
  }
})
