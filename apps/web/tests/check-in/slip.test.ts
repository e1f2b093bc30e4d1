import { describe, expect, it } from 'vitest'
import { announcementOf } from '@/features/check-in/announcement'
import type { FloorView } from '@/features/check-in/view'
import { openRoom, type Page } from './world'

const slipOf = (page: Page) => (page.view.kind === 'paused' ? page.view.paused.slip.what : page.view.kind)
const MINE: Partial<FloorView> = { kind: 'turn', holder: 'me' }

/** A's phone has felt something. */
async function felt() {
  const { world, a, b } = await openRoom()
  a.actions.pauseByGesture()
  await world.advance(500)
  return { world, a, b }
}

describe('a slip', () => {
  it('P2 is offered where the gesture was felt alone, and lifts once both have said so', async () => {
    const { world, a, b } = await felt()
    expect([slipOf(a), slipOf(b)]).toEqual(['mayBe', 'none'])
    a.actions.slip()
    await world.advance(300)
    expect([slipOf(a), slipOf(b)]).toEqual(['said', 'asked'])
    expect(announcementOf(b.view)).toEqual({ politeness: 'polite', keys: ['paused.title', 'paused.slip.asked'] })
    b.actions.slip()
    await world.advance(300)
    expect(a.view).toMatchObject({ kind: 'live', live: { floor: MINE, topicRests: false } })
    expect(b.view).toMatchObject({ kind: 'live', live: { floor: { kind: 'turn', holder: 'them' } } })
  })

  it('P2 law 5: staying paused sends nothing, and the caller’s screen is the same as for no answer', async () => {
    const [silent, declined] = [await felt(), await felt()]
    for (const { world, a } of [silent, declined]) {
      a.actions.slip()
      await world.advance(300)
    }
    const sent = declined.world.received.length
    declined.b.actions.stayPaused()
    expect(slipOf(declined.b)).toBe('none')
    await declined.world.advance(1_000)
    await silent.world.advance(1_000)
    expect(declined.world.received).toHaveLength(sent)
    expect(declined.a.view).toEqual(silent.a.view)
    expect(declined.world.checkIn).toEqual(silent.world.checkIn)
    for (const { world, a, b } of [silent, declined]) {
      await world.advance(60_000)
      expect([slipOf(a), slipOf(b)]).toEqual(['none', 'none'])
      expect(world.checkIn.quiet.slip).toBeNull()
    }
  })

  it('P2 is never offered after a button, a key or our word in a field', async () => {
    for (const press of ['pause', 'pauseByKey', 'ourWord'] as const) {
      const { world, a, b } = await openRoom()
      a.actions[press]()
      await world.advance(500)
      a.actions.slip()
      await world.advance(500)
      expect([slipOf(a), slipOf(b)]).toEqual(['none', 'none'])
      expect(world.received.map(({ type }) => type)).not.toContain('slip')
      expect(world.received.filter(({ type }) => type === 'pause').map((one) => 'slippable' in one)).toEqual([false])
    }
  })

  it('P2 our word, heard by mistake, leaves the topic where it was', async () => {
    const { world, a, b } = await openRoom()
    a.actions.ourWordAloud()
    await world.advance(500)
    expect(b.view).toMatchObject({ paused: { topicRests: true } })
    a.actions.slip()
    await world.advance(300)
    b.actions.slip()
    await world.advance(300)
    for (const page of [a, b]) expect(page.view).toMatchObject({ kind: 'live', live: { topicRests: false } })
  })

  it('P2 the button on either side makes it a pause for good', async () => {
    for (const who of ['a', 'b'] as const) {
      const { world, a, b } = await felt()
      a.actions.slip()
      await world.advance(300)
      ;({ a, b })[who].actions.pause()
      await world.advance(500)
      expect([slipOf(a), slipOf(b)]).toEqual(['none', 'none'])
      b.actions.slip()
      await world.advance(500)
      expect([a.view.kind, b.view.kind]).toEqual(['paused', 'paused'])
    }
  })

  it('DV14 a slip that nobody has signed is not believed, and says so', async () => {
    const { world, a, b } = await felt()
    a.actions.slip()
    await world.advance(300)
    world.forgeSignatures = true
    b.actions.slip()
    await world.advance(300)
    for (const page of [a, b]) expect(page.view).toMatchObject({ kind: 'paused', paused: { proof: 'tampered' } })
  })

  it('is not offered without the key, and a call that did not get through is said', async () => {
    const { world, a, b } = await felt()
    b.session.setVault('locked')
    a.cut()
    a.actions.slip()
    await world.advance(300)
    expect(a.view).toMatchObject({ paused: { slip: { what: 'mayBe', saying: 'failed' } } })
    a.mend()
    a.actions.slip()
    await world.advance(2_000)
    expect([slipOf(a), slipOf(b)]).toEqual(['said', 'none'])
  })
})
