import { describe, expect, it } from 'vitest'
import { comeBack, openRoom, World } from './world'

const paused = (page: { view: { kind: string } }) => page.view.kind === 'paused'

describe('willing', () => {
  it('looks the same whatever was answered, and opens by itself on two yeses', async () => {
    const world = new World()
    const [a, b] = [world.page('a'), world.page('b')]
    await world.advance(300)
    expect(a.view).toMatchObject({ kind: 'willing', willing: { answering: 'asked', held: 'no' } })
    a.actions.willing({ way: 'aloud', pace: 'timed' })
    b.actions.notToday()
    expect(a.view).toEqual(b.view)
    await world.advance(500)
    expect(a.view).toMatchObject({ kind: 'willing', willing: { answering: 'kept', held: 'no' } })
    expect(b.view).toEqual(a.view)
    b.actions.askAgain()
    b.actions.willing({ way: 'aloud', pace: 'timed' })
    await world.advance(300)
    expect(a.view.kind).toBe('live')
    expect(b.view.kind).toBe('live')
  })
})

describe('pause', () => {
  it('I11 freezes this side on the press with the network dead, before any await', async () => {
    const { a } = await openRoom()
    a.cut()
    a.actions.pause()
    expect(a.view).toMatchObject({ kind: 'paused', paused: { confirmation: 'unconfirmed' } })
  })

  it('reaches the other, and is confirmed only once every device must have stopped', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(100)
    expect(a.view).toMatchObject({ kind: 'paused', paused: { break: 'resting', topicRests: false } })
    expect(b.view).toMatchObject({ paused: { confirmation: 'unconfirmed' } })
    await world.advance(3_000)
    expect(b.view).toMatchObject({ paused: { confirmation: 'set' } })
    expect(b.stored).toEqual([])
  })

  it('goes over HTTP, with the same id, when the socket says nothing', async () => {
    const { world, a, b } = await openRoom()
    a.socket = 'down'
    a.actions.pause()
    await world.advance(600)
    expect(paused(b)).toBe(false)
    await world.advance(500)
    expect(paused(b)).toBe(true)
    const ids = world.received.filter(({ type }) => type === 'pause').map(({ commandId }) => commandId)
    expect(new Set(ids).size).toBe(1)
  })

  it('outlives a reload: frozen before anything is asked, delivered when it can be', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    a.actions.pause()
    a.actions.ourWord()
    await world.advance(1_000)
    const { stored } = a
    expect(stored).toHaveLength(2)
    a.session.stop()
    world.pages.splice(world.pages.indexOf(a), 1)
    const again = world.page('a', 'open', stored)
    expect(again.view).toMatchObject({ kind: 'paused', paused: { topicRests: true } })
    await world.advance(1_500)
    expect(b.view).toMatchObject({ kind: 'paused', paused: { topicRests: true } })
    const delivered = new Set(world.received.filter(({ type }) => type === 'pause').map(({ commandId }) => commandId))
    expect(delivered).toEqual(new Set(stored.map(({ commandId }) => commandId)))
    expect(again.stored).toEqual([])
  })

  it('says on both sides that the topic rests when the reason was our word', async () => {
    const { world, a, b } = await openRoom()
    b.actions.ourWord()
    expect(b.view).toMatchObject({ paused: { topicRests: true } })
    await world.advance(300)
    expect(a.view).toMatchObject({ paused: { topicRests: true } })
  })
})

describe('coming back', () => {
  it('I4 gives the floor back after two signed yeses, and not before', async () => {
    const { world, a, b } = await openRoom()
    await world.advance(5_000)
    b.actions.pause()
    await world.advance(11_000)
    expect(a.view).toMatchObject({ paused: { break: 'over', answering: 'asked' } })
    a.actions.ready()
    b.actions.notYet()
    await world.advance(1_000)
    expect(a.view).toEqual(b.view)
    expect(paused(a)).toBe(true)
    b.actions.ready()
    await world.advance(500)
    expect([a.view.kind, b.view.kind]).toEqual(['returning', 'returning'])
    await comeBack(world, a, b)
    expect(a.view).toMatchObject({ kind: 'live', live: { floor: { kind: 'turn', holder: 'me' } } })
    expect(b.view).toMatchObject({ kind: 'live', live: { floor: { kind: 'turn', holder: 'them' } } })
  })

  it('P5 is asked anew at the next look, whatever each had answered, and goes on from there', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(11_000)
    expect(a.view).toMatchObject({ paused: { comes: 'first' } })
    a.actions.ready()
    b.actions.notYet()
    await world.advance(10 * 60_000)
    expect(a.view).toMatchObject({ kind: 'paused', paused: { comes: 'again', answering: 'asked' } })
    expect(b.view).toEqual(a.view)
    b.actions.ready()
    await world.advance(1_000)
    expect(a.view.kind).toBe('paused')
    a.actions.ready()
    await comeBack(world, a, b)
    expect([a.view.kind, b.view.kind]).toEqual(['live', 'live'])
  })

  it('stays paused on signatures that do not hold, and says so', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(11_000)
    world.forgeSignatures = true
    a.actions.ready()
    b.actions.ready()
    await world.advance(1_000)
    expect(world.checkIn.room.phase.kind).toBe('returning')
    expect(a.view).toMatchObject({ kind: 'paused', paused: { proof: 'tampered' } })
    expect(b.view).toMatchObject({ kind: 'paused', paused: { proof: 'tampered' } })
  })

  it('does not lift without the key, which could not check', async () => {
    const { world, a, b } = await openRoom()
    const phone = world.page('a', 'locked')
    await world.advance(300)
    b.actions.pause()
    await world.advance(11_000)
    a.actions.ready()
    b.actions.ready()
    await comeBack(world, a, b)
    expect(a.view.kind).toBe('live')
    expect(phone.view).toMatchObject({ kind: 'paused', paused: { proof: 'none' } })
    phone.session.setVault('open')
    await world.advance(500)
    expect(phone.view.kind).toBe('live')
  })
})

describe('an answer while the keys are on their way', () => {
  it('is sent when they are here', async () => {
    const { world, a, b } = await openRoom()
    a.actions.pause()
    await world.advance(11_000)
    const phone = world.page('b', 'opening')
    await world.advance(300)
    a.actions.ready()
    phone.actions.ready()
    await world.advance(300)
    expect(phone.view).toMatchObject({ kind: 'paused', paused: { answering: 'sending' } })
    phone.session.setVault('open')
    await world.advance(300)
    for (const page of [a, b, phone]) expect(page.view.kind).toBe('returning')
  })

  it('did not get through where they stay away', async () => {
    const { world, a } = await openRoom()
    a.actions.pause()
    await world.advance(11_000)
    const phone = world.page('b', 'opening')
    await world.advance(300)
    phone.actions.ready()
    phone.session.setVault('locked')
    await world.advance(300)
    expect(phone.view).toMatchObject({ kind: 'paused', paused: { answering: 'failed', vault: 'locked' } })
  })
})

describe('held', () => {
  it('is not a pause: it shows what stood, closes the input, and lifts when the state is known', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    await world.advance(2_000)
    expect(a.view).toMatchObject({ kind: 'live', live: { held: 'lost' } })
    expect(b.view).toMatchObject({ kind: 'live', live: { held: 'no', clock: 'stopped', clockWaits: true } })
    a.mend()
    await world.advance(500)
    expect(a.view).toMatchObject({ kind: 'live', live: { held: 'no', clock: 'running' } })
  })

  it('closes at once, and says nothing of a connection that is back within a moment', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    expect(a.view).toMatchObject({ live: { held: 'brief' } })
    await world.advance(1_000)
    expect(a.view).toMatchObject({ live: { held: 'brief' } })
    expect(b.view).toMatchObject({ live: { clock: 'stopped', clockWaits: false } })
    a.mend()
    await world.advance(500)
    expect(a.view).toMatchObject({ live: { held: 'no' } })
  })

  it('does not swallow a press: what moves the floor is not sent and says so, also in the first moment', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    const before = world.received.length
    for (const [what, press] of [
      ['pass', a.actions.pass],
      ['oneMinute', a.actions.oneMinute],
      ['askMore', a.actions.askMore],
    ] as const) {
      press()
      expect(a.view).toMatchObject({ live: { doing: { what, state: 'closed' } } })
    }
    a.mend()
    await world.advance(2_500)
    expect(a.view).toMatchObject({ live: { held: 'no', doing: null, floor: { kind: 'turn', holder: 'me' } } })
    expect(b.view).toMatchObject({ live: { clock: 'running', floor: { kind: 'turn', holder: 'them' } } })
    expect(world.received.slice(before)).toEqual([])
  })

  it('keeps words that were sent in its first moment, and sends them on return', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    a.actions.send('just now')
    expect(a.view).toMatchObject({ live: { unsent: [{ text: 'just now', state: 'waiting' }] } })
    a.mend()
    await world.advance(2_500)
    expect(a.view).toMatchObject({ live: { unsent: [] } })
    expect(b.view).toMatchObject({ live: { said: [{ text: 'just now' }] } })
  })

  it('keeps words for their author that were sent as a pause came', async () => {
    const { world, a, b } = await openRoom()
    b.actions.pause()
    await world.advance(100)
    a.actions.send('too late')
    await world.advance(11_000)
    a.actions.ready()
    b.actions.ready()
    await comeBack(world, a, b)
    await world.advance(1_000)
    expect(a.view).toMatchObject({ live: { unsent: [{ text: 'too late', state: 'returned' }] } })
    expect(b.view).toMatchObject({ live: { said: [] } })
  })

  it('says again that it is here until the server has heard it, so that nobody waits for somebody who is here', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    a.deafTo = 3
    a.mend()
    await world.advance(500)
    expect(b.view).toMatchObject({ live: { clock: 'stopped' } })
    await world.advance(4_000)
    expect(b.view).toMatchObject({ live: { held: 'no', clock: 'running' } })
    expect(a.view).toMatchObject({ live: { held: 'no', clock: 'running' } })
  })

  it('says "one moment", not "lost", to whoever wakes the page', async () => {
    const { world, a } = await openRoom()
    a.session.wake()
    expect(a.view).toMatchObject({ kind: 'live', live: { held: 'checking' } })
    await world.advance(200)
    expect(a.view).toMatchObject({ live: { held: 'no' } })
  })
})

describe('words', () => {
  it('arrive opened and in order, also those missed while away', async () => {
    const { world, a, b } = await openRoom()
    a.actions.send('one')
    await world.advance(200)
    b.cut()
    a.actions.send('two')
    await world.advance(200)
    b.mend()
    await world.advance(1_500)
    expect(b.view).toMatchObject({
      live: {
        said: [
          { by: 'them', text: 'one' },
          { by: 'them', text: 'two' },
        ],
      },
    })
    expect(a.view).toMatchObject({ live: { unsent: [] } })
  })

  it('that wait for the connection come back to their author after a pause, and are not sent', async () => {
    const { world, a, b } = await openRoom()
    a.cut()
    a.mend()
    await world.advance(1_500)
    a.socket = 'down'
    a.http = 'down'
    a.actions.send('in anger')
    await world.advance(300)
    b.actions.pause()
    await world.advance(500)
    a.mend()
    await world.advance(11_000)
    a.actions.ready()
    b.actions.ready()
    await comeBack(world, a, b)
    await world.advance(1_000)
    expect(a.view).toMatchObject({ kind: 'live', live: { unsent: [{ text: 'in anger', state: 'returned' }] } })
    expect(b.view).toMatchObject({ live: { said: [] } })
  })
})

describe('end', () => {
  it('is one person’s, at once, also while paused', async () => {
    const { world, a, b } = await openRoom()
    a.actions.pause()
    await world.advance(300)
    b.actions.end()
    await world.advance(300)
    expect(a.view).toMatchObject({ kind: 'ended', recording: 'kept', left: { said: [] } })
    expect(b.view).toEqual(a.view)
  })
})
