import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CheckIn, type Command, DEFAULT_RULES, invariantProblems, transition } from '@turnstone/check-in'
import { StoredCheckIn } from '@turnstone/protocol'
import pg from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../src/infra/migrate.ts'
import { createTestDatabase } from '../support/postgres.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

/* A check-in from before there were formats is a row that the machine of today goes on with. */

const REAL_MIGRATIONS = fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url))
const WAYS_TO_SPEAK = '20261122150000_ways_to_speak'

const AS_OF = { wallMs: 1_790_000_000_000, monotonicMs: 5_000, bootId: 'before' }
const LATER = { wallMs: AS_OF.wallMs + 1_000, monotonicMs: AS_OF.monotonicMs + 1_000, bootId: 'before' }
const TURN = { kind: 'turn', holder: 'a', turn: 3, leftMs: 90_000 }
const ROOM = {
  seq: 9,
  rules: DEFAULT_RULES,
  starter: 'a',
  freezeEpoch: 0,
  openedAtMs: AS_OF.wallMs - 600_000,
  turns: 3,
  lastResume: null,
}
const QUIET = {
  present: { a: true, b: true },
  willing: { a: { untilMs: AS_OF.wallMs + 1_000_000 }, b: null },
  ready: { a: null, b: null },
}
const FORGOTTEN = { present: { a: false, b: false }, willing: { a: null, b: null }, ready: { a: null, b: null } }
const frozen = (interrupted: object) => ({
  kind: 'frozen',
  interrupted,
  freezeEpoch: 1,
  frozenAt: AS_OF,
  cooldownMs: DEFAULT_RULES.cooldownMs,
  returnAtMs: AS_OF.wallMs + DEFAULT_RULES.cooldownMs,
})
const running = (floor: object) => ({ kind: 'running', floor, clock: 'running', asOf: AS_OF })

const ROOMS = {
  waiting: { ...ROOM, openedAtMs: null, turns: 0, phase: { kind: 'waiting' } },
  'in a turn': { ...ROOM, phase: running(TURN) },
  'in a grace': { ...ROOM, phase: running({ ...TURN, kind: 'grace', leftMs: 5_000 }) },
  'in a breath': { ...ROOM, phase: running({ kind: 'breath', next: 'b', turn: 4, leftMs: 2_000 }) },
  'past the last of the turns it gets': { ...ROOM, turns: 12, phase: running({ ...TURN, turn: 12, holder: 'b' }) },
  'paused in a turn': { ...ROOM, freezeEpoch: 1, phase: frozen({ kind: 'floor', floor: TURN }) },
  'paused before it began': {
    ...ROOM,
    openedAtMs: null,
    turns: 0,
    freezeEpoch: 1,
    phase: frozen({ kind: 'waiting' }),
  },
  ended: { ...ROOM, phase: { kind: 'ended', endedAtMs: AS_OF.wallMs } },
}

describe('a check-in from before there were formats', () => {
  test.each(Object.entries(ROOMS))('%s: is read, and goes on', async (_what, room) => {
    const { checkIn } = await brought(room)
    expect(checkIn.room).toMatchObject(room.phase.kind === 'ended' ? { phase: room.phase } : { seq: room.seq })
    expect(checkIn.room.plan).toMatchObject({ format: 'weekly', minutes: 15, practice: false })
    expect(checkIn.quiet.willing).toEqual({ a: null, b: null })
    for (const command of [tick, pass(checkIn), { type: 'pause' }, { type: 'end' }] as const) {
      const asked: Command =
        command.type === 'tick'
          ? { by: 'server', command }
          : { by: holderOf(checkIn), commandId: randomUUID(), command }
      const step = transition(checkIn, asked, LATER, null)
      expect(invariantProblems(checkIn, step, asked)).toEqual([])
    }
  })

  test('a turn under way keeps its time, and the next one is the other’s', async () => {
    const { checkIn } = await brought(ROOMS['in a turn'])
    expect(checkIn.room.phase).toMatchObject({ kind: 'running', floor: { ...TURN, wholeMs: DEFAULT_RULES.turnMs } })
    expect(checkIn.room.way).toBe('written')
    const asked: Command = { by: 'a', commandId: randomUUID(), command: pass(checkIn) }
    expect(transition(checkIn, asked, LATER, null).checkIn.room.phase).toMatchObject({
      floor: { kind: 'breath', next: 'b', turn: 4 },
    })
  })

  test('what was said stays whoever’s it was', async () => {
    const { rows } = await brought(ROOMS['in a turn'])
    expect(rows).toEqual([{ seq: 4, kind: 'speech', by: 'b', turn: 2 }])
  })
})

const tick = { type: 'tick' } as const
const floorOf = ({ room: { phase } }: CheckIn) => (phase.kind === 'running' ? phase.floor : null)
const pass = (checkIn: CheckIn) => ({ type: 'pass', turn: floorOf(checkIn)?.turn ?? 1 }) as const

function holderOf(checkIn: CheckIn): 'a' | 'b' {
  const floor = floorOf(checkIn)
  return floor && 'holder' in floor ? floor.holder : 'a'
}

/** Puts an old row into an old database and brings both to today. */
async function brought(room: { readonly phase: { readonly kind: string } }) {
  const quiet = room.phase.kind === 'ended' ? FORGOTTEN : QUIET
  const database = await createTestDatabase({ empty: true })
  onTestFinished(() => database.drop())
  await migrate(database.url, migrationsBefore(WAYS_TO_SPEAK))
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    const [partnershipId, checkInId, hash] = [randomUUID(), randomUUID(), randomBytes(32)]
    await client.query('INSERT INTO partnership (id) VALUES ($1)', [partnershipId])
    await client.query(
      `INSERT INTO agreement (partnership_id, version, hash, rules, words, proposed_by) VALUES ($1, 1, $2, $3, $4, 'a')`,
      [partnershipId, hash, DEFAULT_RULES, randomBytes(64)],
    )
    await client.query('INSERT INTO check_in (id, partnership_id, agreement_hash, room) VALUES ($1, $2, $3, $4)', [
      checkInId,
      partnershipId,
      hash,
      room,
    ])
    await client.query('INSERT INTO check_in_quiet (check_in_id, quiet) VALUES ($1, $2)', [checkInId, quiet])
    await client.query(
      `INSERT INTO utterance (check_in_id, seq, utterance_id, turn, holder, envelope) VALUES ($1, 4, $2, 2, 'b', $3)`,
      [checkInId, randomUUID(), randomBytes(64)],
    )
    await migrate(database.url, REAL_MIGRATIONS)
    const { rows: rooms } = await client.query('SELECT room FROM check_in')
    const { rows: quiets } = await client.query('SELECT quiet FROM check_in_quiet')
    const { rows } = await client.query('SELECT seq, kind, "by", turn FROM utterance')
    return { checkIn: StoredCheckIn.parse({ room: rooms[0].room, quiet: quiets[0].quiet }), rows }
  } finally {
    await client.end()
  }
}

function migrationsBefore(name: string): string {
  const folder = temporaryFolder()
  for (const one of readdirSync(REAL_MIGRATIONS).filter((one) => one < name))
    cpSync(join(REAL_MIGRATIONS, one), join(folder, one), { recursive: true })
  return folder
}
