import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { PartnerCommand, Seat } from '../src/index.ts'
import { Hand, outcomeOf, RULES, SAID_BACK, YES } from './support.ts'

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

type Place = readonly [by: Seat, ...hands: (() => Hand)[]]

const inTurn = () => new Hand().inTurn()
const inGrace = () => new Hand().inTurn().after(RULES.turnMs)
const saying = () => new Hand(RULES, 'a', SAID_BACK).inTurn().does('a', COMMANDS.pass)
const answering = () => saying().does('b', COMMANDS.sayBack)
const askedForMore = () => answering().does('a', COMMANDS.answer)

/** The tables' columns: who is asking, and how to get there. */
const PLACES: Readonly<Record<string, Place>> = {
  waiting: ['a', () => new Hand()],
  breath: ['a', () => new Hand().opened()],
  'turn or grace, by the holder': ['a', inTurn, inGrace],
  'turn or grace, by the listener': ['b', inTurn, inGrace],
  frozen: ['a', () => inTurn().paused().after(RULES.cooldownMs)],
  ended: ['a', () => inTurn().does('b', { type: 'end' })],
  'saying, by the holder': ['a', saying],
  'saying, by the listener': ['b', saying],
  'answering, by the holder': ['a', answering],
  'answering, by the listener': ['b', answering],
  'more, by the holder': ['a', askedForMore],
  'more, by the listener': ['b', askedForMore],
  closing: ['a', () => inTurn().closing()],
  'one minute': [
    'a',
    () => inTurn().does('b', { type: 'oneMinute' }),
    () => inTurn().closing().does('a', { type: 'oneMinute' }),
  ],
  'coming back': ['a', () => inTurn().paused().comingBack(), () => new Hand().opened().paused().comingBack()],
}

const COMMANDS = {
  choose: { type: 'choose', plan: SAID_BACK },
  willing: YES,
  notToday: { type: 'notToday' },
  pass: { type: 'pass', turn: 1 },
  utter: { type: 'utter', turn: 1, utteranceId: 'u' },
  handUp: { type: 'handUp', turn: 1 },
  handDown: { type: 'handDown', turn: 1 },
  askMore: { type: 'askMore', turn: 1 },
  grantMore: { type: 'grantMore', turn: 1 },
  sayBack: { type: 'sayBack', turn: 1, round: 1 },
  ratherNot: { type: 'ratherNot', turn: 1 },
  answer: { type: 'answer', turn: 1, round: 1, answer: 'thatsIt' },
  more: { type: 'more', turn: 1, more: true },
  line: { type: 'line', lineId: 'l' },
  comfort: { type: 'comfort', answer: 'slower' },
  slow: { type: 'slow' },
  oneMinute: { type: 'oneMinute' },
  back: { type: 'back', aside: 1 },
  pause: { type: 'pause' },
  ready: { type: 'ready', freezeEpoch: 1, rung: 0, signature: 's' },
  notYet: { type: 'notYet' },
  slip: { type: 'slip', freezeEpoch: 1, signature: 's' },
  reenter: { type: 'reenter', freezeEpoch: 1, lineId: 'l', another: false },
  goOn: { type: 'goOn', freezeEpoch: 1, stage: 'saying' },
  nothingMore: { type: 'nothingMore' },
  end: { type: 'end' },
} as const satisfies { readonly [Type in PartnerCommand['type']]: Extract<PartnerCommand, { type: Type }> }

/** What a command comes to, as the tables write it. */
function cellOf(command: keyof typeof COMMANDS, place: string): string {
  const [by, ...hands] = PLACES[place] ?? ['a']
  const cells = hands.map((make) => {
    const hand = make()
    hand.tick()
    const step = hand.do(by, COMMANDS[command])
    const happened = step.events.map(({ event }) => event.type).join(', ')
    return happened === '' ? outcomeOf(step) : `→ ${happened}`
  })
  return [...new Set(cells)].join(' or ')
}

/** The tables of SPEC.md that have a line for every command. */
function tables(): { readonly places: readonly string[]; readonly rows: readonly (readonly string[])[] }[] {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
  const blocks = SPEC.split('\n\n').filter((block) => block.startsWith('| command'))
  return blocks.map((block) => {
    const [head = '', , ...rows] = block.split('\n')
    return { places: cells(head).slice(1), rows: rows.map(cells) }
  })
}

test('[IN1] the tables of every command in every state are what the machine does', () => {
  expect(tables().flatMap(({ places }) => places)).toEqual(Object.keys(PLACES))
  for (const { places, rows } of tables()) {
    expect(rows.map(([command]) => command)).toEqual(Object.keys(COMMANDS))
    for (const [command = '', ...cells] of rows) {
      places.forEach((place, column) => {
        expect(cellOf(command as keyof typeof COMMANDS, place), `${command} in ${place}`).toBe(cells[column])
      })
    }
  }
})
