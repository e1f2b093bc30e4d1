import { describe, expect, it } from 'vitest'
import { NO_WORDS, readLine, sealedText } from '@/features/check-in/reentry'
import type { ReturningView } from '@/features/check-in/view'
import { comeBack, openRoom, type Page, type World } from './world'

const TIRED = { ...NO_WORDS, how: 'tired', own: 'It was a long day.' } as const
const HEARD = { ...NO_WORDS, need: 'heard' } as const

const returning = (page: Page): ReturningView => {
  if (page.view.kind !== 'returning') throw new Error(`${page.view.kind}, and not coming back`)
  return page.view.returning
}

async function bothReady(): Promise<{ world: World; a: Page; b: Page }> {
  const room = await openRoom()
  room.b.actions.pause()
  await room.world.advance(11_000)
  for (const page of [room.a, room.b]) page.actions.ready()
  await room.world.advance(300)
  return room
}

describe('coming back', () => {
  it('P7 shows neither line before both are through, and then both, and the same floor after that', async () => {
    const { world, a, b } = await bothReady()
    const before = b.view
    a.actions.reenter({ words: TIRED, another: false })
    await world.advance(1_000)
    expect(returning(a)).toMatchObject({ stage: 'saying', mine: 'kept', lines: [] })
    expect(b.view).toEqual(before)
    b.actions.reenter({ words: HEARD, another: false })
    await world.advance(300)
    expect(returning(a).lines.map(({ by, words }) => [by, words])).toEqual([
      ['me', TIRED],
      ['them', HEARD],
    ])
    expect(returning(b)).toMatchObject({ stage: 'reading', redirected: false })
    for (const page of [a, b]) page.actions.goOn()
    await world.advance(300)
    expect(a.view).toMatchObject({ kind: 'live', live: { floor: { kind: 'turn', holder: 'me' }, topicRests: false } })
  })

  it('P7 shows another topic only to two who would rather', async () => {
    for (const [mine, theirs] of [
      [true, true],
      [true, false],
      [false, true],
    ] as const) {
      const { world, a, b } = await bothReady()
      a.actions.reenter({ words: NO_WORDS, another: mine })
      b.actions.reenter({ words: HEARD, another: theirs })
      await world.advance(300)
      expect([returning(a).redirected, returning(b).redirected]).toEqual([mine && theirs, mine && theirs])
      for (const page of [a, b]) page.actions.goOn()
      await world.advance(300)
      expect(a.view).toMatchObject({ kind: 'live', live: { topicRests: mine && theirs } })
    }
  })

  it('P7 nobody is waited for for ever', async () => {
    const { world, a, b } = await bothReady()
    a.actions.reenter({ words: TIRED, another: false })
    await world.advance(119_000)
    expect(returning(a).mayGoOn).toBe(false)
    await world.advance(2_000)
    expect(returning(a).mayGoOn).toBe(true)
    a.actions.goOn()
    await world.advance(300)
    expect(returning(b)).toMatchObject({ stage: 'reading', lines: [{ by: 'them' }] })
    await world.advance(61_000)
    b.actions.goOn()
    await world.advance(300)
    expect([a.view.kind, b.view.kind]).toEqual(['live', 'live'])
  })

  it('I6 a pause is a pause, and what was said there and not shown is shown to nobody', async () => {
    const { world, a, b } = await bothReady()
    a.actions.reenter({ words: TIRED, another: true })
    await world.advance(300)
    b.actions.pause()
    await world.advance(11_000)
    for (const page of [a, b]) page.actions.ready()
    await world.advance(300)
    expect(returning(a).mine).toBe('asked')
    await comeBack(world, a, b)
    expect(b.view).toMatchObject({ kind: 'live', live: { topicRests: false } })
  })

  it('keeps what did not get through with its author, and takes it when there is a connection again', async () => {
    const { world, a, b } = await bothReady()
    a.http = 'down'
    a.socket = 'down'
    a.actions.reenter({ words: TIRED, another: false })
    await world.advance(300)
    expect(returning(a).mine).toBe('failed')
    a.mend()
    await world.advance(2_500)
    a.actions.reenter({ words: TIRED, another: false })
    b.actions.reenter({ words: NO_WORDS, another: false })
    await world.advance(300)
    expect(returning(b).lines).toMatchObject([{ by: 'them', words: TIRED }])
  })

  it('I19 what I said on one device is not asked on another', async () => {
    const { world, a } = await bothReady()
    const tablet = world.page('a')
    await world.advance(500)
    expect(returning(tablet).mine).toBe('asked')
    a.actions.reenter({ words: TIRED, another: false })
    await world.advance(300)
    expect(returning(tablet).mine).toBe('kept')
  })
})

describe('a line of coming back', () => {
  it('is for one return, and anything else is not read as one', () => {
    expect(readLine(sealedText(2, TIRED), 2)).toEqual(TIRED)
    expect(readLine(sealedText(1, TIRED), 2)).toBe('elsewhere')
    for (const other of [null, '', '{}', 'I am tired', sealedText(2, { ...TIRED, own: 'x'.repeat(201) })])
      expect(readLine(other, 2)).toBe(null)
  })
})
