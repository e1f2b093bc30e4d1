import { describe, expect, it } from 'vitest'
import { announcementOf, newsIn, newsOf } from '@/features/check-in/announcement'
import { NO_WORDS } from '@/features/check-in/reentry'
import type { LiveView } from '@/features/check-in/view'
import { openRoom, type Page } from './world'

const said = (page: Page) => announcementOf(page.view)?.keys ?? []

describe('what a screen reader is told', () => {
  it('X5 is the floor, the time warning and a pause, and nothing that runs', async () => {
    const { world, a, b } = await openRoom()
    expect(said(a)).toEqual(['floor.mine'])
    expect(said(b)).toEqual(['floor.theirs'])
    await world.advance(20_000)
    expect(said(a)).toEqual(['floor.mine'])
    await world.advance(22_000)
    expect(said(a)).toEqual(['floor.mine', 'floor.soon'])
    expect(said(b)).toEqual(['floor.theirs'])
    b.actions.pause()
    expect(announcementOf(b.view)).toEqual({ politeness: 'assertive', keys: ['paused.title'] })
  })

  it('P5 is not that somebody ended it, when it was set down', async () => {
    const { world, a } = await openRoom()
    a.actions.end()
    await world.advance(300)
    if (a.view.kind !== 'ended') throw new Error('not ended')
    expect(announcementOf(a.view)?.keys).toEqual(['ended.title'])
    expect(announcementOf({ ...a.view, setDown: true })?.keys).toEqual(['ended.setDown.title'])
  })

  it('P7 X5 is the question too, once the shortest break is over, quietly and once', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(1_000)
    const before = said(a)
    await world.advance(20 * 60_000)
    const question = announcementOf(a.view)
    expect(question?.politeness).toBe('polite')
    expect(newsIn(question?.keys ?? [], before)).toEqual(['paused.ask'])
  })

  it('P5 X5 is each look that has moved, with its time, and nothing else again', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(11_000)
    const first = announcementOf(a.view)
    expect(first?.look).toBeUndefined()
    a.actions.ready()
    await world.advance(10 * 60_000)
    const second = announcementOf(a.view)
    if (!second?.look) throw new Error('no look has moved')
    expect(newsOf(second, first)).toEqual({
      keys: [],
      look: { key: 'paused.again', returnAtMs: second.look.returnAtMs },
    })
    expect(newsOf(second, second)).toEqual({ keys: ['paused.title'] })
    const third = { ...second, look: { key: 'paused.setDown', returnAtMs: second.look.returnAtMs + 1 } } as const
    expect(newsOf(third, second)).toEqual({ keys: [], look: third.look })
  })

  it('P7 X5 is that both are back, and later that there is something to read', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(11_000)
    for (const page of [a, b]) page.actions.ready()
    await world.advance(300)
    expect(said(a)).toEqual(['comingBack.title'])
    for (const page of [a, b]) page.actions.reenter({ words: { ...NO_WORDS, how: 'calmer' }, another: true })
    await world.advance(300)
    expect(said(a)).toEqual(['comingBack.read', 'comingBack.redirected'])
  })

  it('T5 leaves the speaker alone when a hand goes up', async () => {
    const { world, a, b } = await openRoom()
    const before = said(a)
    b.actions.handUp()
    await world.advance(300)
    expect((a.view as { live: LiveView }).live.floor).toMatchObject({ hand: true })
    expect(said(a)).toEqual(before)
  })

  it('T3 says once to both that a turn was given more time', async () => {
    const { world, a, b } = await openRoom()
    await world.advance(42_000)
    a.actions.askMore()
    await world.advance(200)
    const before = [said(a), said(b)] as const
    b.actions.grantMore()
    await world.advance(200)
    expect(newsIn(said(a), before[0])).toEqual(['more.givenMine'])
    expect(newsIn(said(b), before[1])).toEqual(['more.givenTheirs'])
    const after = [said(a), said(b)]
    await world.advance(20_000)
    expect([said(a), said(b)]).toEqual(after)
  })

  it('T3 does not go on saying so when the time is up again, nor in the turn that owes it', async () => {
    const { world, a, b } = await openRoom()
    await world.advance(42_000)
    a.actions.askMore()
    await world.advance(200)
    b.actions.grantMore()
    await world.advance(60_000)
    expect(said(a)).toEqual(['floor.mine', 'floor.soon'])
    a.actions.pass()
    await world.advance(2_200)
    expect(said(b)).toEqual(['floor.mine'])
  })

  it('X5 is nothing of a connection that is back within a moment, to neither', async () => {
    const { world, a, b } = await openRoom()
    const heard = { a: new Set(said(a)), b: new Set(said(b)) }
    a.cut()
    for (let ms = 0; ms < 1_200; ms += 100) {
      await world.advance(100)
      for (const key of said(a)) heard.a.add(key)
      for (const key of said(b)) heard.b.add(key)
    }
    a.mend()
    await world.advance(1_000)
    expect([...heard.a, ...heard.b]).toEqual(['floor.mine', 'floor.theirs'])
    a.cut()
    await world.advance(1_700)
    expect([said(a), said(b)]).toEqual([['floor.held'], ['floor.theirs', 'floor.clockWaits']])
  })

  it('is that a press waits for the connection', async () => {
    const { world, a } = await openRoom()
    a.cut()
    a.actions.pass()
    expect(said(a)).toEqual(['floor.mine', 'live.closed'])
    await world.advance(2_000)
    expect(said(a)).toEqual(['floor.held', 'live.closed'])
  })

  it('is only what is new, and how things stand when something went away', () => {
    expect(newsIn(['floor.mine', 'floor.soon'], ['floor.mine'])).toEqual(['floor.soon'])
    expect(newsIn(['floor.theirs'], ['floor.breath', 'floor.thenThem'])).toEqual(['floor.theirs'])
    expect(newsIn(['floor.mine'], ['floor.mine', 'floor.clockWaits'])).toEqual(['floor.mine'])
  })
})
