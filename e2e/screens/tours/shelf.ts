import { expect } from '@playwright/test'
import { areReady, bringClock, comeBack, hasTheStone, isPaused, letTimePass } from '../../fixtures/check-in.ts'
import { openAs } from '../../fixtures/plan.ts'
import { OUR_WORD } from '../../fixtures/two-partners.ts'
import { openAt, type Tour, type } from '../tour.ts'

const THE_BREAK = 21 * 60_000

/** A topic that rests, from our word to the shelf. Time passes here. */
export const shelf: Tour = async ({ house, meet, look }) => {
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'written' }, ana, ben)
  await hasTheStone(ana, ben)
  await type(ben, 'check-in.notes.label', `${OUR_WORD} `)
  await isPaused(ana)
  await look(ana, 'paused, a topic rests')
  await letTimePass(house, THE_BREAK, ana, ben)
  await areReady(ana, ben)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)
  await look(ana, 'my turn, a topic rests')
  await ben.button('check-in.end.action').click()
  await ben.button('check-in.end.yes').click()
  await expect(ana.text('check-in.ended.rests')).toBeVisible()
  await look(ana, 'ended, something rests')
  await openAt(ana, '/check-in', ana.link('check-in.jottings.rests'))
  await look(ana, 'willing, something rests')
  await ana.link('check-in.jottings.rests').click()
  await ana.button('jottings.shelf.take').click()
  await look(ana, 'what rests, taken up')
  await ana.button('jottings.shelf.leave').click()
  await ana.button('jottings.shelf.letGo').click()
  await look(ana, 'what rests, let go')
}
