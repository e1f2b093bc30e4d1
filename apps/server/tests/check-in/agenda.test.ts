import { DEFAULT_RULES, type Rules } from '@turnstone/check-in'
import { http } from '@turnstone/protocol'
import { YES } from '@turnstone/testkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let couple: Couple
beforeEach(async () => {
  server = await startTestServer()
  couple = await Couple.meet(server)
})
afterEach(async () => {
  couple.close()
  await server.stop()
})

const MINUTE_MS = 60_000

describe('the plan', () => {
  it('PL2 PL3: choosing another one voids the yes, and a yes to the old one is told so', async () => {
    const { ana, ben } = couple
    await couple.attend()
    await ana.does(YES)
    await ben.does({ type: 'choose', format: 'weekly', minutes: 15 })
    await couple.bothSee('the new plan', ({ planEpoch, plan }) => planEpoch === 1 && plan.format === 'weekly')
    expect(await ben.refusalOf(YES)).toBe('stale_plan')
    await ben.does({ ...YES, planEpoch: 1 })
    expect((await ana.person.checkIn()).snapshot.phase.kind).toBe('waiting')
    await ana.does({ ...YES, planEpoch: 1 })
    await couple.bothSee('a running check-in', ({ phase }) => phase.kind === 'running')
  })

  it('a format that is not offered, or not in this length, is refused', async () => {
    expect(await couple.ana.refusalOf({ type: 'choose', format: 'marathon', minutes: 15 })).toBe('unknown_format')
    expect(await couple.ana.refusalOf({ type: 'choose', format: 'weekly', minutes: 17 })).toBe('unknown_format')
    expect((await couple.ana.person.checkIn()).snapshot.planEpoch).toBe(0)
  })

  it('begins with the first ten minutes, goes on with the weekly, and the starter alternates', async () => {
    expect((await couple.ana.person.checkIn()).snapshot).toMatchObject({ starter: 'a', plan: { format: 'first-ten' } })
    await couple.open()
    await couple.ana.does({ type: 'end' })
    const { snapshot } = await couple.ben.person.checkIn()
    expect(snapshot).toMatchObject({
      starter: 'b',
      plan: { format: 'weekly', minutes: 15 },
      phase: { kind: 'waiting' },
    })
    const { checkIns } = await couple.ben.person.http.call(http.checkIn.listUnrecorded, {})
    expect(checkIns).toMatchObject([{ checkInId: couple.ana.checkInId, format: 'first-ten', minutes: 10, turns: 1 }])
  })

  it('PL4: a new agreement brings its times to what waits, at the second signature, and asks again', async () => {
    await couple.attend()
    await couple.ana.does({ type: 'choose', format: 'weekly', minutes: 30 })
    await couple.ana.does({ ...YES, planEpoch: 1 })
    const rules = { ...DEFAULT_RULES, turnMs: 2 * MINUTE_MS, cooldownMs: 10 * MINUTE_MS }
    const hash = await signNewAgreement(rules)
    await couple.bothSee('the new rules', ({ planEpoch }) => planEpoch === 2)
    const { agreementHash, snapshot } = await couple.ben.person.checkIn()
    expect(agreementHash).toBe(hash)
    expect(snapshot).toMatchObject({ rules, plan: { format: 'weekly', minutes: 30 } })
    const topic = snapshot.plan.turns.find(({ steps }) => steps.includes('topic'))
    expect(topic?.turnMs).toBe(2 * MINUTE_MS)
    await couple.ben.does({ ...YES, planEpoch: 2 })
    expect((await couple.ana.person.checkIn()).snapshot.phase.kind).toBe('waiting')
  })

  it('PL4: what is open stays under the agreement it began with', async () => {
    const before = (await couple.ana.person.checkIn()).agreementHash
    await couple.open()
    await signNewAgreement({ ...DEFAULT_RULES, cooldownMs: 10 * MINUTE_MS })
    expect(await couple.ana.person.checkIn()).toMatchObject({ agreementHash: before, snapshot: { planEpoch: 0 } })
  })
})

/** Proposed by Ana and signed by Ben. */
async function signNewAgreement(rules: Rules): Promise<string> {
  const hash = await couple.ana.person.propose(rules)
  await couple.ben.person.signAgreement()
  return hash
}

describe('the table', () => {
  it('WP1 WP3: one phone between two people takes a weekly through in five touches and a closing', async () => {
    const { ana, ben } = couple
    await couple.open({ format: 'weekly', minutes: 15 }, { way: 'table' })
    const steps: string[] = []
    for (let turn = 1; turn <= 5; turn += 1) {
      await couple.bothSeeFloor(`turn ${turn}`, { kind: 'turn', turn })
      const snapshot = ana.phone.latest()
      steps.push(snapshot?.plan.tableTurns[turn - 1]?.steps.join('+') ?? '')
      await ben.does({ type: 'pass', turn }) // Ben's phone lies on the table
    }
    await couple.bothSeeFloor('the closing', { kind: 'closing', turn: 6 })
    expect(steps).toEqual(['thanks', 'thanks+well', 'well+topic', 'topic+help', 'help'])
    expect(await ana.refusalOf({ type: 'utter', turn: 6, utteranceId: ana.checkInId, envelope: 'A'.repeat(100) })).toBe(
      'between_turns',
    )
  })

  it('WP1: not for one of them alone', async () => {
    await couple.attend()
    await couple.ana.does({ ...YES, way: 'table' })
    await couple.ben.does({ ...YES, way: 'aloud' })
    await couple.bothSee('a running check-in', ({ way }) => way === 'aloud')
    expect(await couple.ben.refusalOf({ type: 'pass', turn: 1 })).toBe('not_holder')
  })
})

describe('the pace', () => {
  it('WP2: the one who needs more time sets it, and nobody is told who', async () => {
    await couple.attend()
    await couple.ana.does({ ...YES, pace: 'off' })
    await couple.ben.does(YES)
    await couple.bothSee('an open-ended turn', ({ pace, phase }) => pace === 'off' && phase.kind === 'running')
    await couple.letTimePass(10_000)
    const states = await Promise.all([couple.ana.person.checkIn(), couple.ben.person.checkIn()])
    expect(states[0]?.snapshot.phase).toMatchObject({ floor: { kind: 'turn', turn: 1, leftMs: null } })
    expect(states[0]?.snapshot).toEqual(states[1]?.snapshot)
  })
})
