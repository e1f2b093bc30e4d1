import { describe, expect, it } from 'vitest'
import { NO_WORDS } from '@/features/check-in/reentry'
import type { LiveView } from '@/features/check-in/view'
import { comeBack, openRoom, type Page, type World } from './world'

const CHECK_IN = '00000000-0000-4000-8000-000000000001'
const DISHES = '00000000-0000-4000-8000-0000000000d1'
const EARLIER = '00000000-0000-4000-8000-00000000beef'
const DAY_MS = 86_400_000

const live = (page: Page): LiveView => {
  if (page.view.kind !== 'live') throw new Error(`${page.view.kind}, and not live`)
  return page.view.live
}
const nowOf = (page: Page) =>
  live(page)
    .steps.filter(({ state }) => state === 'now')
    .map(({ id }) => id)
const restedOf = (page: Page) => page.evenings.get(CHECK_IN)?.rested.map(({ step, jottingId }) => [step, jottingId])

/** Passed on to the first of the two turns for a topic. */
async function atTheTopic() {
  const room = await openRoom()
  const { world, a, b } = room
  for (let tries = 0; live(a).turn < 5 && tries < 20; tries += 1) {
    for (const page of [a, b]) page.actions.pass()
    await world.advance(2_500)
  }
  await world.advance(1_500)
  expect(nowOf(a)).toEqual(['topic'])
  return room
}

async function pausedAndBack(world: World, by: Page, why: 'pause' | 'ourWord', ...pages: readonly Page[]) {
  by.actions[why]()
  await world.advance(11_000)
  for (const page of pages) page.actions.ready()
  await comeBack(world, ...pages)
}

describe('P5, P7: a topic that rests', () => {
  it('rests until the end on both sides after our word, in the turns of both, and there is room for another', async () => {
    const { world, a, b } = await atTheTopic()
    await pausedAndBack(world, b, 'ourWord', a, b)
    for (const page of [a, b]) {
      expect(live(page)).toMatchObject({ turn: 5, topicRests: true, rests: ['topic'], draw: 1 })
      expect(nowOf(page)).toEqual(['another'])
    }
    a.actions.pass()
    b.actions.pass()
    await world.advance(2_000)
    for (const page of [a, b]) {
      expect(live(page).turn).toBe(6)
      expect(nowOf(page)).toEqual(['another'])
    }
    b.actions.pass()
    await world.advance(2_000)
    for (const page of [a, b]) {
      expect(nowOf(page)).toEqual(['help'])
      expect(live(page).rests).toEqual(['topic'])
    }
  })

  it('does not rest after a mere pause', async () => {
    const { world, a, b } = await atTheTopic()
    await pausedAndBack(world, b, 'pause', a, b)
    for (const page of [a, b]) {
      expect(live(page)).toMatchObject({ topicRests: false, rests: [], draw: 0 })
      expect(restedOf(page)).toEqual([])
    }
  })

  it('does not rest where a word that was only heard is called a slip', async () => {
    const { world, a, b } = await atTheTopic()
    a.actions.ourWordAloud()
    await world.advance(1_000)
    expect(a.view).toMatchObject({ kind: 'paused', paused: { topicRests: true } })
    a.actions.slip()
    await world.advance(300)
    b.actions.slip()
    await world.advance(1_000)
    for (const page of [a, b]) {
      expect(live(page)).toMatchObject({ topicRests: false, rests: [] })
      expect(page.evenings.get(CHECK_IN)).toMatchObject({ rested: [], byWord: null })
    }
  })

  it('rests also where it is ended out of the pause', async () => {
    const { world, a, b } = await atTheTopic()
    a.actions.ourWord()
    await world.advance(1_000)
    b.actions.end()
    await world.advance(1_000)
    expect(a.view).toMatchObject({ kind: 'ended', left: { rests: true } })
  })

  it('rests after two yeses to another one', async () => {
    const { world, a, b } = await atTheTopic()
    a.actions.pause()
    await world.advance(11_000)
    for (const page of [a, b]) page.actions.ready()
    await world.advance(300)
    for (const page of [a, b]) page.actions.reenter({ words: NO_WORDS, another: true })
    await world.advance(300)
    for (const page of [a, b]) page.actions.goOn()
    await world.advance(300)
    for (const page of [a, b]) {
      expect(live(page)).toMatchObject({ rests: ['topic'] })
      expect(restedOf(page)).toEqual([['topic', null]])
    }
  })

  it('takes along the jotting that the turn was about, which is not offered again', async () => {
    const { world, a, b } = await atTheTopic()
    a.actions.bring(DISHES)
    await pausedAndBack(world, b, 'ourWord', a, b)
    expect(live(a).restingJottings).toEqual([DISHES])
    expect(live(b).restingJottings).toEqual([])
    expect(restedOf(a)).toEqual([['topic', DISHES]])
    expect(restedOf(b)).toEqual([['topic', null]])
  })

  it('is known again after a reload', async () => {
    const { world, a, b } = await atTheTopic()
    a.actions.bring(DISHES)
    await pausedAndBack(world, b, 'ourWord', a, b)
    a.session.stop()
    const again = world.page('a', 'open', [], a.evenings)
    await world.advance(2_000)
    expect(live(again)).toMatchObject({ rests: ['topic'], restingJottings: [DISHES] })
  })

  it('has the same id on every device, and one however often our word is said in its turn', async () => {
    const { world, a, b } = await atTheTopic()
    const second = world.page('a')
    await world.advance(1_000)
    for (const by of [a, b]) await pausedAndBack(world, by, 'ourWord', a, b)
    const ids = [a, b, second].map((page) => page.evenings.get(CHECK_IN)?.rested.map(({ restingId }) => restingId))
    expect(ids).toEqual([[`${CHECK_IN}.5`], [`${CHECK_IN}.5`], [`${CHECK_IN}.5`]])
  })

  it('goes to the shelf at the end, and every check-in is put away alike', async () => {
    for (const why of ['ourWord', 'pause'] as const) {
      const { world, a, b } = await atTheTopic()
      await pausedAndBack(world, b, why, a, b)
      expect([...a.putAway, ...b.putAway]).toEqual([])
      a.actions.end()
      await world.advance(1_000)
      for (const page of [a, b]) expect(page.putAway).toEqual([{ checkInId: CHECK_IN, setDown: null }])
      expect(a.view).toMatchObject({ kind: 'ended', left: { rests: why === 'ourWord' } })
    }
  })

  it('is set down where the last pause stopped it', async () => {
    const { world, a, b } = await atTheTopic()
    a.actions.bring(DISHES)
    b.actions.pause()
    await world.advance(1_000)
    expect(a.evenings.get(CHECK_IN)?.stoppedAt).toMatchObject({ step: 'topic', jottingId: DISHES })
    for (let hours = 0; a.view.kind !== 'ended' && hours < 30; hours += 1) {
      world.nowMs += DAY_MS / 24
      await world.advance(2_000)
    }
    expect(a.view).toMatchObject({ kind: 'ended', setDown: true, left: { rests: true } })
    expect(a.putAway).toEqual([{ checkInId: CHECK_IN, setDown: 'topic' }])
  })

  it('is set down also where the pause came before the first word', async () => {
    const { world, a } = await openRoom()
    a.actions.pause()
    await world.advance(1_000)
    for (let hours = 0; a.view.kind !== 'ended' && hours < 30; hours += 1) {
      world.nowMs += DAY_MS / 24
      await world.advance(2_000)
    }
    expect(a.putAway).toEqual([{ checkInId: CHECK_IN, setDown: 'thanks' }])
  })

  it('is known by its turn to a device that only hears later that it was set down', async () => {
    const { world, a, b } = await atTheTopic()
    b.actions.pause()
    await world.advance(1_000)
    for (const page of [a, b]) page.session.stop()
    for (let hours = 0; world.checkIn.room.phase.kind !== 'ended' && hours < 30; hours += 1) {
      world.nowMs += DAY_MS / 24
      await world.advance(2_000)
    }
    const early = new Map([[EARLIER, { checkInId: EARLIER, rested: [], stoppedAt: null, byWord: null }]])
    const later = world.page('a', 'open', [], early)
    await world.advance(1_000)
    expect(later.putAway).toContainEqual({ checkInId: EARLIER, setDown: 'topic' })
  })

  it('is put away later by a device that looked away at the end', async () => {
    const { world, a, b } = await atTheTopic()
    await pausedAndBack(world, b, 'ourWord', a, b)
    const elsewhere = new Map([[EARLIER, { checkInId: EARLIER, rested: [], stoppedAt: null, byWord: null }]])
    a.actions.end()
    await world.advance(1_000)
    const later = world.page('a', 'open', [], elsewhere)
    await world.advance(1_000)
    expect(later.putAway).toContainEqual({ checkInId: EARLIER, setDown: null })
  })
})
