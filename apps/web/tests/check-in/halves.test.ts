import { describe, expect, it } from 'vitest'
import { hintOf, tableView } from '@/features/check-in/components/table/halves'
import type { FloorView, LiveView } from '@/features/check-in/view'

const live = (floor: FloorView, change: Partial<LiveView> = {}): LiveView => ({
  checkInId: 'c',
  openedAtMs: 0,
  starter: 'me',
  floor,
  turn: 1,
  way: 'table',
  pace: 'timed',
  practice: false,
  steps: [
    { id: 'thanks', state: 'done' },
    { id: 'well', state: 'now' },
    { id: 'topic', state: 'next' },
  ],
  nextStep: 'topic',
  topicRests: false,
  rests: [],
  restingJottings: [],
  draw: 0,
  held: 'no',
  clock: 'running',
  clockWaits: false,
  leftMs: 60_000,
  asOfMs: 0,
  wholeMs: 60_000,
  thenSaidBack: false,
  endsSoon: false,
  mayAskMore: false,
  moreGiven: false,
  slower: false,
  slowedNow: false,
  aside: null,
  askComfort: false,
  said: [],
  lines: [],
  kept: {},
  unsent: [],
  vault: 'open',
  doing: null,
  ...change,
})

const turn = (holder: 'me' | 'them', kind: 'turn' | 'grace' = 'turn'): FloorView => ({
  kind,
  holder,
  hand: false,
  more: 'none',
})
const hints = (shown: LiveView, nowMs = 0) => {
  const table = tableView(shown)
  return [hintOf('me', shown, table, nowMs), hintOf('them', shown, table, nowMs)]
}

describe('the table', () => {
  it.each(['me', 'them'] as const)('asks only the half of whoever holds the turn: %s', (holder) => {
    const other = holder === 'me' ? 'them' : 'me'
    for (const kind of ['turn', 'grace'] as const) {
      const table = tableView(live(turn(holder, kind)))
      expect(table).toMatchObject({ stone: holder, turn: holder, lit: holder, steps: ['well'], next: 'topic' })
      expect(table.asks).toEqual({ [holder]: 'pass', [other]: 'nothing' })
    }
  })

  it.each(['me', 'them'] as const)(
    'asks whoever listens for more time, once %s asked, and the turn still passes',
    (holder) => {
      const other = holder === 'me' ? 'them' : 'me'
      for (const kind of ['turn', 'grace'] as const) {
        const asked: FloorView = { kind, holder, hand: false, more: 'asked' }
        expect(tableView(live(asked)).asks).toEqual({ [holder]: 'pass', [other]: 'giveMore' })
      }
    },
  )

  it('asks nobody in a breath, and names who is next', () => {
    const table = tableView(live({ kind: 'breath', next: 'them' }))
    expect(table).toMatchObject({ stone: 'midway', turn: 'them', lit: null, asks: { me: 'nothing', them: 'nothing' } })
  })

  it('leaves the stone with the speaker while the other says it back', () => {
    const stages = (['saying', 'answering', 'more'] as const).map((stage) =>
      tableView(live({ kind: 'reflection', holder: 'me', round: 1, stage })),
    )
    expect(stages.map(({ stone }) => stone)).toEqual(['me', 'me', 'me'])
    expect(stages.map(({ turn: whose }) => whose)).toEqual(['them', 'me', 'me'])
    expect(stages.map(({ asks }) => [asks.me, asks.them])).toEqual([
      ['nothing', 'sayBack'],
      ['wasThatIt', 'nothing'],
      ['isThereMore', 'nothing'],
    ])
  })

  it('lets either of the two close', () => {
    expect(tableView(live({ kind: 'closing' })).asks).toEqual({ me: 'close', them: 'close' })
  })
})

describe('the small line', () => {
  it('warns the one who speaks, and tells the other what comes next', () => {
    expect(hints(live(turn('them')))).toEqual(['next', 'pass'])
    expect(hints(live(turn('them')), 41_000)).toEqual(['next', 'soon'])
    expect(hints(live(turn('them', 'grace')))).toEqual(['next', 'finish'])
    expect(hints(live(turn('me'), { thenSaidBack: true }))).toEqual(['pass', 'thenSayBack'])
    expect(hints(live(turn('me'), { leftMs: null, nextStep: null }))).toEqual(['pass', 'listen'])
  })

  it('says to both that a turn was given more time, until it is about to end', () => {
    const given = live(turn('them'), { moreGiven: true })
    expect(hints(given)).toEqual(['theyHaveMore', 'moreGiven'])
    expect(hints(given, 41_000)[1]).toBe('soon')
    expect(hints(live({ kind: 'turn', holder: 'them', hand: false, more: 'asked' }))).toEqual(['giveMore', 'pass'])
  })

  it('says first what keeps everything waiting', () => {
    expect(hints(live(turn('me'), { held: 'lost' }))).toEqual(['held', 'held'])
    expect(hints(live(turn('me'), { clockWaits: true }))).toEqual(['clockWaits', 'clockWaits'])
    expect(hints(live(turn('me'), { held: 'brief', doing: { what: 'pass', state: 'closed' } }))).toEqual([
      'checking',
      'checking',
    ])
    expect(hints(live(turn('me'), { doing: { what: 'pass', state: 'failed' } }))).toEqual(['failed', 'failed'])
  })
})
