import { describe, expect, it } from 'vitest'
import type { LiveView } from '@/features/check-in/view'
import { comeBack, openRoom, type Page, World } from './world'

function live(page: Page): LiveView {
  if (page.view.kind !== 'live') throw new Error(`this page shows ${page.view.kind}`)
  return page.view.live
}

const MINUTE_MS = 60_000

describe('agenda', () => {
  it('names the step that is, and the next one, through to the closing', async () => {
    const { world, a, b } = await openRoom()
    expect(live(a).steps.map(({ id }) => id)).toEqual(['thanks', 'well', 'topic', 'help', 'closing'])
    expect(live(a)).toMatchObject({ nextStep: 'well', steps: [{ state: 'now' }, { state: 'next' }, {}, {}, {}] })
    for (let turn = 1; turn <= 8; turn += 1) {
      for (const page of [a, b]) page.actions.pass()
      await world.advance(2_200)
    }
    expect(live(a)).toMatchObject({ floor: { kind: 'closing' }, nextStep: null })
    expect(live(a).steps.map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done', 'now'])
    expect(live(b).steps).toEqual(live(a).steps)
  })
})

describe('plan', () => {
  it('shows a change of plan to both, and asks again whoever had answered', async () => {
    const world = new World()
    const [a, b] = [world.page('a'), world.page('b')]
    await world.advance(300)
    a.actions.willing({ way: 'aloud', pace: 'timed' })
    await world.advance(200)
    b.actions.choose({ format: 'speak-and-listen', minutes: 15 })
    await world.advance(200)
    expect(a.view).toMatchObject({
      willing: { format: 'speak-and-listen', steps: ['speak', 'closing'], answering: 'another' },
    })
    expect(b.view).toMatchObject({ willing: { format: 'speak-and-listen', answering: 'asked' } })
  })
})

describe('more time', () => {
  it('is asked for at the end of a turn, and a grant lets the turn go on', async () => {
    const { world, a, b } = await openRoom()
    expect(live(a).mayAskMore).toBe(false)
    await world.advance(42_000)
    expect(live(a)).toMatchObject({ endsSoon: true, mayAskMore: true })
    expect(live(b)).toMatchObject({ endsSoon: false, mayAskMore: false })
    a.actions.askMore()
    await world.advance(200)
    expect(live(b).floor).toMatchObject({ holder: 'them', more: 'asked' })
    b.actions.grantMore()
    await world.advance(200)
    expect(live(a)).toMatchObject({ floor: { kind: 'turn', more: 'none' }, endsSoon: false })
    expect(live(a).leftMs).toBeGreaterThan(MINUTE_MS)
  })

  it('T2 is asked for and given on the phone that lies between, whoever speaks', async () => {
    const { world, a, b } = await openRoom({ way: 'table' })
    for (const page of [a, b]) {
      expect(live(page).mayAskMore).toBe(false)
      await world.advance((live(page).leftMs ?? 0) - 20_000)
      expect(live(page)).toMatchObject({ mayAskMore: true })
      b.actions.askMore()
      await world.advance(200)
      expect(live(a).floor).toMatchObject({ more: 'asked' })
      b.actions.grantMore()
      await world.advance(200)
      for (const one of [a, b]) expect(live(one)).toMatchObject({ moreGiven: true, mayAskMore: false })
      b.actions.pass()
      await world.advance(2_200)
    }
  })

  it('is not given by silence', async () => {
    const { world, a, b } = await openRoom()
    await world.advance(42_000)
    a.actions.askMore()
    await world.advance(MINUTE_MS)
    expect(live(a).floor).toMatchObject({ kind: 'turn', holder: 'them', more: 'none' })
    expect(live(b).floor).toMatchObject({ kind: 'turn', holder: 'me' })
  })

  it('never runs out where timers are off', async () => {
    const { world, a } = await openRoom({ pace: 'off' })
    expect(live(a)).toMatchObject({ leftMs: null, wholeMs: null, pace: 'off' })
    await world.advance(5 * MINUTE_MS)
    expect(live(a)).toMatchObject({ floor: { kind: 'turn', holder: 'me' }, endsSoon: false, mayAskMore: false })
  })
})

describe('slow', () => {
  it('shows both the same line for this turn, without an author, and can be said again in the next', async () => {
    const { world, a, b } = await openRoom()
    b.actions.slow()
    await world.advance(200)
    for (const page of [a, b]) expect(live(page)).toMatchObject({ slower: true, slowedNow: true, doing: null })
    a.actions.slow()
    await world.advance(200)
    expect(live(a).doing).toBe(null)
    a.actions.pass()
    await world.advance(1_500)
    expect(live(a).floor.kind).toBe('breath')
    await world.advance(1_000)
    for (const page of [a, b]) expect(live(page)).toMatchObject({ slower: true, slowedNow: false })
    a.actions.slow()
    await world.advance(200)
    for (const page of [a, b]) expect(live(page)).toMatchObject({ slowedNow: true })
  })
})

describe('hand', () => {
  it('goes up and down on both sides, and with the turn', async () => {
    const { world, a, b } = await openRoom()
    b.actions.handUp()
    await world.advance(200)
    expect(live(a).floor).toMatchObject({ holder: 'me', hand: true })
    b.actions.handDown()
    await world.advance(200)
    expect(live(a).floor).toMatchObject({ hand: false })
    b.actions.handUp()
    await world.advance(200)
    a.actions.pass()
    await world.advance(2_200)
    expect(live(b).floor).toMatchObject({ kind: 'turn', holder: 'me', hand: false })
  })
})

describe('saying back', () => {
  it('goes twice at most, with what was missing in between, and then the stone passes', async () => {
    const { world, a, b } = await openRoom({ format: 'speak-and-listen' })
    expect(live(a).thenSaidBack).toBe(true)
    a.actions.send('It was a long week.')
    await world.advance(200)
    a.actions.pass()
    await world.advance(200)
    expect(live(b).floor).toEqual({ kind: 'reflection', holder: 'them', round: 1, stage: 'saying' })
    b.actions.sayBack('A long week.')
    await world.advance(300)
    expect(live(a).said.at(-1)).toMatchObject({ by: 'them', kind: 'reflection', text: 'A long week.' })
    expect(live(a).floor).toEqual({ kind: 'reflection', holder: 'me', round: 1, stage: 'answering' })
    a.actions.send('And I was alone with it.')
    await world.advance(200)
    a.actions.answer('almost')
    await world.advance(200)
    expect(live(b).floor).toMatchObject({ stage: 'saying', round: 2 })
    expect(live(b).said.at(-1)).toMatchObject({ by: 'them', kind: 'speech' })
    b.actions.sayBack('')
    await world.advance(200)
    a.actions.answer('notYet')
    await world.advance(200)
    expect(live(a).floor).toMatchObject({ stage: 'more' })
    a.actions.more(true)
    await world.advance(200)
    expect(live(a)).toMatchObject({ floor: { kind: 'turn', holder: 'me' }, thenSaidBack: false })
    a.actions.pass()
    await world.advance(2_200)
    expect(live(b)).toMatchObject({ floor: { kind: 'turn', holder: 'me' }, thenSaidBack: true })
  })

  it('need not be done', async () => {
    const { world, a, b } = await openRoom({ format: 'speak-and-listen' })
    a.actions.pass()
    await world.advance(200)
    b.actions.ratherNot()
    await world.advance(2_200)
    expect(live(b).floor).toMatchObject({ kind: 'turn', holder: 'me' })
  })

  it('does not move on when the words did not get through', async () => {
    const { world, a, b } = await openRoom({ format: 'speak-and-listen' })
    a.actions.pass()
    await world.advance(200)
    b.socket = 'down'
    b.http = 'down'
    b.actions.sayBack('A long week.')
    await world.advance(300)
    expect(live(b)).toMatchObject({ doing: { what: 'sayBack', state: 'failed' }, unsent: [{ state: 'waiting' }] })
    expect(live(a).floor).toMatchObject({ stage: 'saying' })
    b.mend()
    await world.advance(2_200)
    b.actions.sayBack('')
    await world.advance(300)
    expect(live(a).floor).toMatchObject({ stage: 'answering' })
    expect(live(a).said.map(({ text }) => text)).toEqual(['A long week.'])
  })
})

describe('one minute', () => {
  it('stops for both without a pause, and shows nobody whether the other is back', async () => {
    const { world, a, b } = await openRoom()
    const before = live(a).leftMs
    b.actions.oneMinute()
    await world.advance(200)
    expect(live(a)).toMatchObject({ aside: { mine: 'away' }, clock: 'aside' })
    a.actions.back()
    const theirs = live(b)
    await world.advance(30_000)
    expect(live(a).aside).toEqual({ mine: 'back' })
    expect(live(b)).toEqual(theirs)
    b.actions.back()
    await world.advance(300)
    expect(live(a)).toMatchObject({ aside: null, floor: { kind: 'turn', holder: 'me' }, clock: 'running' })
    expect(live(a).leftMs ?? 0).toBeGreaterThan((before ?? 0) - 2_000)
    b.actions.oneMinute()
    await world.advance(200)
    expect(live(a).aside).toEqual({ mine: 'away' })
  })

  it('keeps "I’m back" over a lost connection, and says it on return', async () => {
    const { world, a, b } = await openRoom()
    b.actions.oneMinute()
    await world.advance(200)
    a.cut()
    a.actions.back()
    await world.advance(5_000)
    expect(live(a)).toMatchObject({ held: 'lost', aside: { mine: 'onItsWay' } })
    a.mend()
    await world.advance(2_500)
    expect(live(a)).toMatchObject({ held: 'no', aside: { mine: 'back' } })
    b.actions.back()
    await world.advance(300)
    expect(live(b)).toMatchObject({ aside: null, clock: 'running' })
    expect(world.received.filter(({ type }) => type === 'back')).toHaveLength(2)
  })

  it('is said to be over by a person, not by a device', async () => {
    const { world, a, b } = await openRoom()
    const tablet = world.page('b')
    a.actions.oneMinute()
    await world.advance(300)
    b.actions.back()
    await world.advance(300)
    expect(live(tablet).aside).toEqual({ mine: 'back' })
    expect(live(a).aside).toEqual({ mine: 'away' })
  })

  it('forgets an "I’m back" that a pause has overtaken', async () => {
    const { world, a, b } = await openRoom()
    b.actions.oneMinute()
    await world.advance(200)
    a.cut()
    a.actions.back()
    await world.advance(200)
    b.actions.pause()
    a.mend()
    await world.advance(11_000)
    for (const page of [a, b]) page.actions.ready()
    await comeBack(world, a, b)
    await world.advance(2_500)
    expect(live(a)).toMatchObject({ held: 'no', aside: null, floor: { kind: 'turn', holder: 'me' } })
    expect(world.received.filter(({ type }) => type === 'back')).toEqual([])
  })

  it('does not keep anybody from pausing', async () => {
    const { world, a, b } = await openRoom()
    a.actions.oneMinute()
    await world.advance(200)
    b.actions.pause()
    await world.advance(200)
    expect(a.view.kind).toBe('paused')
  })
})

describe('comfort', () => {
  async function pastTheMiddle() {
    const room = await openRoom()
    for (const page of [room.a, room.b, room.a, room.b]) {
      page.actions.pass()
      await room.world.advance(2_200)
    }
    return room
  }

  it('is not asked before the middle', async () => {
    const { b } = await openRoom()
    expect(live(b)).toMatchObject({ floor: { holder: 'them' }, askComfort: false })
  })

  it('is asked once past the middle, and not of whoever speaks', async () => {
    const { world, a, b } = await pastTheMiddle()
    expect(live(a)).toMatchObject({ floor: { kind: 'turn', holder: 'me' }, askComfort: false })
    expect(live(b).askComfort).toBe(true)
    b.actions.comfort('fine')
    await world.advance(200)
    expect(live(b).askComfort).toBe(false)
    a.actions.pass()
    await world.advance(2_200)
    expect(live(a).askComfort).toBe(true)
    expect(live(b).askComfort).toBe(false)
  })

  it('goes slower for both from the next turn on, without saying whose wish it was', async () => {
    const { world, a, b } = await pastTheMiddle()
    b.actions.comfort('slower')
    const theirs = live(a)
    await world.advance(400)
    expect({ ...live(a), asOfMs: 0, leftMs: 0 }).toEqual({ ...theirs, asOfMs: 0, leftMs: 0 })
    a.actions.pass()
    await world.advance(2_200)
    expect(live(a).slower).toBe(true)
    expect(live(b).slower).toBe(true)
  })

  it('keeps an answer over a lost connection', async () => {
    const { world, a, b } = await pastTheMiddle()
    b.cut()
    b.actions.comfort('slower')
    expect(live(b).askComfort).toBe(false)
    await world.advance(5_000)
    b.mend()
    await world.advance(2_500)
    a.actions.pass()
    await world.advance(2_200)
    expect(live(a).slower).toBe(true)
    expect(live(b).askComfort).toBe(false)
  })

  it('is asked again after a pause that came before the answer was heard', async () => {
    const { world, a, b } = await pastTheMiddle()
    b.cut()
    b.actions.comfort('slower')
    await world.advance(200)
    a.actions.pause()
    b.mend()
    await world.advance(11_000)
    for (const page of [a, b]) page.actions.ready()
    await comeBack(world, a, b)
    await world.advance(2_500)
    expect(live(b).askComfort).toBe(true)
  })

  it('is asked of a person, not of a device: answered here, it is not asked there, nor after a reload', async () => {
    const { world, a, b } = await pastTheMiddle()
    const tablet = world.page('b')
    await world.advance(500)
    expect(live(tablet).askComfort).toBe(true)
    b.actions.comfort('fine')
    await world.advance(200)
    expect([live(b).askComfort, live(tablet).askComfort]).toEqual([false, false])
    const again = world.page('b')
    await world.advance(500)
    expect(live(again).askComfort).toBe(false)
    a.actions.pass()
    await world.advance(2_200)
    expect(live(a).askComfort).toBe(true)
  })
})

describe('the same room', () => {
  it('after a reload, in a second tab and on a second device: floor, words, agenda', async () => {
    const { world, a, b } = await openRoom({ format: 'speak-and-listen' })
    a.actions.send('It was a long week.')
    await world.advance(200)
    a.actions.pass()
    await world.advance(200)
    a.session.stop()
    world.pages.splice(world.pages.indexOf(a), 1)
    const [reloaded, tablet] = [world.page('a'), world.page('b')]
    await world.advance(1_000)
    for (const page of [reloaded, tablet]) {
      expect(live(page)).toMatchObject({
        floor: { kind: 'reflection', stage: 'saying', round: 1 },
        said: [{ text: 'It was a long week.' }],
        held: 'no',
      })
    }
    expect(live(tablet)).toEqual({ ...live(b), asOfMs: live(tablet).asOfMs })
    tablet.actions.sayBack('')
    await world.advance(300)
    expect(live(b).floor).toMatchObject({ stage: 'answering' })
    expect(live(reloaded).floor).toMatchObject({ holder: 'me', stage: 'answering' })
  })

  it('when the phone slept through half a turn', async () => {
    const { world, a, b } = await openRoom()
    b.cut()
    await world.advance(20_000)
    expect(live(a)).toMatchObject({ clock: 'stopped', floor: { kind: 'turn', holder: 'me' } })
    b.mend()
    b.session.wake()
    await world.advance(2_200)
    expect(live(b)).toMatchObject({ held: 'no', clock: 'running', floor: { kind: 'turn', holder: 'them' } })
  })

  it('when a press comes too late, because the news of the other device had not come', async () => {
    const { world, a } = await openRoom()
    const tablet = world.page('a')
    await world.advance(500)
    tablet.socket = 'down'
    a.actions.pass()
    await world.advance(100)
    expect(live(tablet).floor).toMatchObject({ holder: 'me' })
    tablet.actions.pass()
    await world.advance(100)
    expect(live(tablet)).toMatchObject({ floor: { kind: 'breath', next: 'them' }, doing: null })
  })

  it('when two devices of one person press the same', async () => {
    const { world, a, b } = await openRoom()
    const tablet = world.page('a')
    await world.advance(500)
    a.actions.pass()
    tablet.actions.pass()
    await world.advance(2_200)
    expect(live(b)).toMatchObject({ turn: 2, floor: { kind: 'turn', holder: 'me' } })
    expect(live(tablet).doing).toBe(null)
  })
})

describe('keeping', () => {
  it('puts a piece of mine into my drawer once, and never one of theirs', async () => {
    const { world, a, b } = await openRoom()
    a.actions.send('I missed you.')
    await world.advance(200)
    const [piece] = live(a).said
    if (!piece) throw new Error('nothing was said')
    for (const page of [a, a, b]) page.actions.keep([piece.key])
    await world.advance(200)
    expect([a.drawer, b.drawer]).toEqual([['I missed you.'], []])
    expect(live(a).kept).toEqual({ [piece.key]: 'saved' })
  })

  it('keeps all of it as one page, lets go of the rest, and still does so after the end', async () => {
    const { world, a, b } = await openRoom()
    for (const text of ['One.', 'Two.', 'Three.', 'Four.']) a.actions.send(text)
    await world.advance(300)
    const keys = live(a).said.map(({ key }) => key)
    const [one = '', , , four = ''] = keys
    a.actions.keep([one])
    a.actions.letGo([four])
    await world.advance(100)
    expect(live(a).kept).toEqual({ [one]: 'saved', [four]: 'letGo' })
    b.actions.end()
    await world.advance(500)
    const texts = ['One.', 'Two.', 'Three.', 'Four.'].map((text) => ({ text }))
    expect(a.view).toMatchObject({ kind: 'ended', left: { said: texts } })
    expect(b.view).toMatchObject({ kind: 'ended', left: { said: [] } })
    a.actions.keep(keys.filter((key) => key !== four))
    await world.advance(100)
    expect(a.drawer).toEqual(['One.', 'Two.\n\nThree.'])
    expect(b.drawer).toEqual([])
  })

  it('puts a line they offered into the living room, when I save it too', async () => {
    const { world, a, b } = await openRoom()
    for (let turn = 1; turn <= 8; turn += 1) {
      for (const page of [a, b]) page.actions.pass()
      await world.advance(2_200)
    }
    a.actions.offerLine('Sundays without phones.')
    await world.advance(300)
    const [line] = live(b).lines
    expect(line).toMatchObject({ by: 'them', text: 'Sundays without phones.', saved: 'no' })
    for (const page of [a, b]) page.actions.saveLine(line?.key ?? '')
    await world.advance(200)
    expect([a.livingRoom, b.livingRoom]).toEqual([[], ['Sundays without phones.']])
    expect(live(b).lines).toMatchObject([{ saved: 'saved' }])
  })
})
