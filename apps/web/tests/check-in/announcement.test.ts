import { describe, expect, it } from 'vitest'
import { announcementOf, newsIn } from '@/features/check-in/announcement'
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

  it('T5 leaves the speaker alone when a hand goes up', async () => {
    const { world, a, b } = await openRoom()
    const before = said(a)
    b.actions.handUp()
    await world.advance(300)
    expect((a.view as { live: LiveView }).live.floor).toMatchObject({ hand: true })
    expect(said(a)).toEqual(before)
  })

  it('is only what is new, and how things stand when something went away', () => {
    expect(newsIn(['floor.mine', 'floor.soon'], ['floor.mine'])).toEqual(['floor.soon'])
    expect(newsIn(['floor.theirs'], ['floor.breath', 'floor.thenThem'])).toEqual(['floor.theirs'])
    expect(newsIn(['floor.mine'], ['floor.mine', 'floor.clockWaits'])).toEqual(['floor.mine'])
  })
})
