import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PartnerCommand, Seat } from '../src/index.ts'
import { Hand, outcomeOf, RULES, YES } from './support.ts'

const HERE = new URL('.', import.meta.url)
const SPEC = readFileSync(new URL('../SPEC.md', HERE), 'utf8')

function filesUnder(folder: URL): URL[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => new URL(`file://${entry.parentPath}/${entry.name}`))
}

const TEST_NAMES = filesUnder(HERE)
  .filter((file) => file.pathname.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/^\s*(?:test|it)(?:\.runIf\([^)]*\))?\(\s*(['"`])(.*?)\1/gm),
  ])
  .map((match) => match[2] ?? '')

test('[IN2] the package imports only itself, and no clock, chance or network', () => {
  for (const file of filesUnder(new URL('../src/', HERE))) {
    const source = readFileSync(file, 'utf8')
    for (const [, from] of source.matchAll(/from '([^']+)'/g)) expect(from, file.pathname).toMatch(/^\.\.?\/.*\.ts$/)
    expect(source, file.pathname).not.toMatch(
      /\b(Date|performance|Math\.random|crypto|setTimeout|setInterval|fetch|process|console|import)\s*[.(]/,
    )
  }
})

test('[IN1] every rule has a test and every test names a rule or an invariant', () => {
  const rules = [...SPEC.matchAll(/\*\*\[([A-Z]+\d+)\]\*\*/g)].map((match) => match[1])
  const named = TEST_NAMES.map((name) => /^(?:\[([A-Z]{2}\d+)\] |(I\d+) · )/.exec(name))
  expect(TEST_NAMES.filter((_, index) => named[index] === null)).toEqual([])

  const tested = new Set(named.map((match) => match?.[1] ?? match?.[2]))
  expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
  expect([...tested].filter((id) => !rules.includes(id) && !/^I\d+$/.test(id ?? ''))).toEqual([])
  expect(new Set(rules).size).toBe(rules.length)
  const invariants = [
    'I1',
    'I2',
    'I3',
    'I4',
    'I5',
    'I6',
    'I9',
    'I10',
    'I11',
    'I12',
    'I13',
    'I14',
    'I15',
    'I16',
    'I19',
    'I21',
  ]
  expect(invariants.filter((id) => !tested.has(id))).toEqual([])
})

/** The table's columns: how to get there, and who is asking. */
const PLACES: Readonly<Record<string, { readonly by: Seat; readonly hands: readonly (() => Hand)[] }>> = {
  waiting: { by: 'a', hands: [() => new Hand()] },
  breath: { by: 'a', hands: [() => new Hand().opened()] },
  'turn or grace, by the holder': {
    by: 'a',
    hands: [() => new Hand().inTurn(), () => new Hand().inTurn().after(RULES.turnMs)],
  },
  'turn or grace, by the listener': {
    by: 'b',
    hands: [() => new Hand().inTurn(), () => new Hand().inTurn().after(RULES.turnMs)],
  },
  frozen: { by: 'a', hands: [() => new Hand().inTurn().paused().after(RULES.cooldownMs)] },
  ended: {
    by: 'a',
    hands: [
      () => {
        const hand = new Hand().inTurn()
        hand.do('b', { type: 'end' })
        return hand
      },
    ],
  },
}

const COMMANDS: Readonly<Partial<Record<PartnerCommand['type'], PartnerCommand>>> = {
  willing: YES,
  notToday: { type: 'notToday' },
  pass: { type: 'pass', turn: 1 },
  utter: { type: 'utter', turn: 1, utteranceId: 'u' },
  pause: { type: 'pause' },
  ready: { type: 'ready', freezeEpoch: 1, signature: 's' },
  notYet: { type: 'notYet' },
  end: { type: 'end' },
}

test('[IN1] the table of every command in every phase is what the machine does', () => {
  const [head = [], , ...rows] = SPEC.split('\n')
    .filter((line) => line.startsWith('| ') || line.startsWith('|-'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
  const table = rows.filter(([command]) => command !== undefined && command in COMMANDS)
  expect(head.slice(1)).toEqual(Object.keys(PLACES))
  expect(table.map(([command]) => command)).toEqual(Object.keys(COMMANDS))

  for (const [command = '', ...cells] of table) {
    cells.forEach((cell, column) => {
      const place = head[column + 1] ?? ''
      for (const make of PLACES[place]?.hands ?? []) {
        const hand = make()
        hand.tick()
        const step = hand.do(PLACES[place]?.by ?? 'a', COMMANDS[command as PartnerCommand['type']] ?? { type: 'end' })
        const happened = step.events.map(({ event }) => event.type).join(', ')
        expect(happened === '' ? outcomeOf(step) : `→ ${happened}`, `${command} in ${place}`).toBe(cell)
      }
    })
  }
})
