import { randomUUID } from 'node:crypto'
import { http, PROTOCOL_VERSION } from '@turnstone/protocol'
import { type CommandBody, YES } from '@turnstone/testkit'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Couple } from '../support/couple.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { rowsOf, toldSince, traceBetween, withoutIdsAndTimes } from '../support/views.ts'

/*
 * Law 5 on a real server: what Ben's phone is told and what lies in the database is the same bytes, whatever Ana does
 * that is not a yes. `TURNSTONE_SEED` repeats a run, `TURNSTONE_RUNS` makes it longer.
 */

const SEED = process.env.TURNSTONE_SEED === undefined ? Date.now() % 2 ** 31 : Number(process.env.TURNSTONE_SEED)
const RUNS = Number(process.env.TURNSTONE_RUNS ?? 8)
const LONG = { timeout: 30_000 + RUNS * 5_000 }

/** What Ana does alone with her phone. */
type Deed = 'looks' | 'opensThePage' | 'leavesThePage' | 'saysNo' | 'saysYesAndTakesItBack' | 'waits'
const DEEDS: readonly Deed[] = ['looks', 'opensThePage', 'leavesThePage', 'saysNo', 'waits']

/** The moments in which there is something to say yes or no to. */
interface Moment {
  readonly no: CommandBody
  readonly yes: (by: Side) => Promise<CommandBody>
}
type Side = Couple['ana']

const TODAY: Moment = { no: { type: 'notToday' }, yes: async () => YES }
const GOING_ON: Moment = {
  no: { type: 'notYet' },
  yes: async ({ person, checkInId }) => {
    const { phase } = (await person.checkIn(checkInId)).snapshot
    const rung = phase.kind === 'frozen' ? phase.rung : 0
    return { type: 'ready', freezeEpoch: 1, rung, signature: await person.readySignature(checkInId, 1, rung) }
  },
}

let server: TestServer
let couple: Couple
beforeAll(async () => {
  server = await startTestServer()
  couple = await Couple.meet(server)
  await couple.ben.phone.attend(couple.ben.checkInId)
})
afterAll(async () => {
  couple.close()
  await server.stop()
})

/** Over the socket or over HTTP, as it comes. */
async function says(side: Side, command: CommandBody, overHttp: boolean): Promise<void> {
  const { checkInId, person } = side
  if (!overHttp) return void (await side.does(command))
  const body = { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId, ...command } as const
  expect(await person.http.call(http.checkIn.sendCommand, { body })).toMatchObject({ ok: true })
}

async function does(deed: Deed, { no, yes }: Moment, index: number): Promise<void> {
  const { ana, ben } = couple
  switch (deed) {
    case 'looks':
      await ana.person.checkIn()
      return
    case 'opensThePage':
      await ana.phone.attend(ana.checkInId)
      return
    case 'leavesThePage':
      await ana.phone.attend(null)
      return
    case 'saysNo':
      await says(ana, no, index % 2 === 0)
      return
    case 'saysYesAndTakesItBack':
      await says(ana, await yes(ana), index % 2 === 0)
      await says(ana, no, index % 3 === 0)
      return
    case 'waits':
      await server.letTimePass(2_000, async () => {
        await ben.phone.attend(ben.checkInId)
      })
  }
}

/** Ana's deeds, then what Ben does every time: looks, says yes, looks again, takes it back. All that either view shows of it. */
async function viewsOf(deeds: readonly Deed[], moment: Moment) {
  const { ana, ben } = couple
  const [told, logged, rows] = [ben.phone.received.length, server.logged().length, await rowsOf(server.db)]
  for (const [index, deed] of deeds.entries()) await does(deed, moment, index)
  await ana.phone.attend(null)
  const between = await rowsOf(server.db)

  const replies: unknown[] = [await ben.person.checkIn()]
  replies.push(await ben.does(await moment.yes(ben)), await ben.person.checkIn(), await ben.does(moment.no))
  await ben.phone.attend(ben.checkInId) // answered over the same socket: whatever was sent before has come
  await ben.phone.until('a beat', () => ben.phone.received.slice(told).some(({ name }) => name === 'beat'))
  return {
    partner: {
      told: toldSince(ben.phone, told),
      replies: replies.map((reply) => withoutIdsAndTimes(JSON.stringify(reply))),
    },
    operator: {
      traceOfAna: traceBetween(rows, between),
      traceOfBoth: traceBetween(rows, await rowsOf(server.db)),
      log: withoutIdsAndTimes(server.logged().slice(logged)),
    },
  }
}

type Views = Awaited<ReturnType<typeof viewsOf>>

/** Random deeds, with the seed in the failure. */
async function everySequence(
  deeds: readonly Deed[],
  judge: (sequence: readonly Deed[]) => Promise<void>,
): Promise<void> {
  const sequences = fc.sample(fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 8 }), {
    seed: SEED,
    numRuns: RUNS,
  })
  for (const sequence of sequences) {
    try {
      await judge(sequence)
    } catch (cause) {
      throw new Error(`TURNSTONE_SEED=${SEED} TURNSTONE_RUNS=${RUNS}: ${sequence.join(', ')}`, { cause })
    }
  }
}

const RECEIPT_OF_A_YES = '+ command_receipt {"outcome": {"kind": "kept"}, "command_id": "<id>", "check_in_id": "<id>"}'

const MOMENTS: readonly (readonly [name: string, moment: Moment, reach: () => Promise<void>])[] = [
  ['today works, or not', TODAY, async () => {}],
  [
    'I can go on, or not yet',
    GOING_ON,
    async () => {
      await couple.open()
      await couple.ben.does({ type: 'pause' })
      await couple.bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
      await couple.ana.phone.attend(null)
      server.clock.advance(20 * 60_000)
      await couple.ben.phone.attend(couple.ben.checkInId)
    },
  ],
  ['the same, when the app looks again', GOING_ON, () => nextLook(15 * 60_000, 1)],
  ['the same, half a day later', GOING_ON, () => nextLook(75 * 60_000, 2)],
]

async function nextLook(inMs: number, rung: number): Promise<void> {
  server.clock.advance(inMs)
  await couple.ben.phone.attend(couple.ben.checkInId)
  expect((await couple.ben.person.checkIn()).snapshot.phase).toMatchObject({ kind: 'frozen', rung })
}

describe('law 5: nothing shows of', () => {
  describe.each(MOMENTS)('%s', (_name, moment, reach) => {
    let silence: Views
    beforeAll(async () => {
      await reach()
      silence = await viewsOf([], moment) // Ana has not looked
    })

    it('the views see something at all: Ben’s own yes, and that his phone is told of what both may know', () => {
      expect(silence.operator.traceOfAna).toEqual([])
      expect(silence.operator.traceOfBoth).toEqual([RECEIPT_OF_A_YES])
      expect(silence.partner.replies).toHaveLength(4)
    })

    it('not willing, has not looked, decided later: the same bytes', async () => {
      const notWilling = await viewsOf(['looks', 'opensThePage', 'saysNo', 'leavesThePage'], moment)
      const decidedLater = await viewsOf(['looks', 'opensThePage', 'waits', 'leavesThePage', 'looks'], moment)
      expect(notWilling).toEqual(silence)
      expect(decidedLater).toEqual(silence)
    })

    it('whatever she does that is not a yes', LONG, async () => {
      await everySequence(DEEDS, async (sequence) => {
        expect(await viewsOf(sequence, moment)).toEqual(silence)
      })
    })

    it(
      'a yes that is taken back shows to the partner as little, and leaves one receipt that names nobody',
      LONG,
      async () => {
        await everySequence([...DEEDS, 'saysYesAndTakesItBack', 'saysYesAndTakesItBack'], async (sequence) => {
          const { partner, operator } = await viewsOf(sequence, moment)
          const yeses = sequence.filter((deed) => deed === 'saysYesAndTakesItBack').length
          expect(partner).toEqual(silence.partner)
          expect(operator.traceOfAna).toEqual(Array.from({ length: yeses }, () => RECEIPT_OF_A_YES))
          expect(operator.log).toEqual(silence.operator.log)
        })
      },
    )
  })

  /** While Ana answers this, one after the other, Ben's phone is told nothing and sees the same bytes. */
  async function showsNothingOf(answers: readonly CommandBody[]): Promise<void> {
    const { ana, ben } = couple
    const told = ben.phone.received.length
    const before = withoutIdsAndTimes(JSON.stringify(await ben.person.checkIn()))
    for (const answer of answers) expect(Object.keys(await ana.does(answer)).toSorted()).toEqual(['commandId', 'ok'])
    expect(withoutIdsAndTimes(JSON.stringify(await ben.person.checkIn()))).toBe(before)
    await ben.phone.attend(ben.checkInId)
    expect(ben.phone.received.slice(told).filter(({ name }) => name !== 'beat')).toEqual([])
  }

  it('coming back with nothing to say, or rather to another topic; how it is, and being back from a minute', async () => {
    const { ana, ben } = couple
    for (const side of [ana, ben]) await side.does(await GOING_ON.yes(side))
    await couple.bothSee('coming back', ({ phase }) => phase.kind === 'returning')
    const another = (yes: boolean) => ({ type: 'reenter', freezeEpoch: 1, another: yes }) as const
    await showsNothingOf([another(false), another(true), another(false), another(true)])
    await ben.does(another(false))
    await couple.bothSee('that it goes on', ({ phase }) => phase.kind === 'running')
    await ben.does({ type: 'oneMinute' })
    await couple.bothSee('the minute', ({ asides }) => asides === 1)
    expect((await ben.person.checkIn()).snapshot).not.toMatchObject({ redirectedIn: expect.any(Number) })
    await showsNothingOf([
      { type: 'comfort', answer: 'slower' },
      { type: 'comfort', answer: 'fine' },
      { type: 'comfort', answer: 'slower' },
      { type: 'back', aside: 1 },
    ])
  })

  it('and a trace would be noticed: a receipt of a no, a change, another seq', async () => {
    const rows = await rowsOf(server.db)
    await server.db.pool.query('INSERT INTO command_receipt (check_in_id, command_id, outcome) VALUES ($1, $2, $3)', [
      couple.ana.checkInId,
      randomUUID(),
      { kind: 'kept' },
    ])
    expect(traceBetween(rows, await rowsOf(server.db))).toEqual([RECEIPT_OF_A_YES])

    const told = couple.ben.phone.received.length
    await couple.ana.does({ type: 'end' })
    await couple.bothSee('the end', ({ phase }) => phase.kind === 'ended')
    expect(toldSince(couple.ben.phone, told).some((one) => one.startsWith('change '))).toBe(true)
    expect(traceBetween(rows, await rowsOf(server.db)).length).toBeGreaterThan(0)
  })
})
