import { expect } from '@playwright/test'
import { areReady, bringClock, comeBack, hasTheStone, letTimePass, wantsToSpeak } from '../../fixtures/check-in.ts'
import { openAt, type Tour } from '../tour.ts'

const THE_BREATHER = 21 * 60_000

/** Making something right, from the offer to nothing more. Time passes here. */
export const repair: Tour = async ({ house, meet, look }) => {
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  for (const person of [ana, ben]) await openAt(person, '/check-in', person.button('check-in.willing.yes'))
  await ana.button('check-in.willing.anotherKind').click()
  await ana.button('check-in.willing.kind.repair').click()
  await expect(ana.text('check-in.repair.offer.what')).toBeVisible()
  await look(ana, 'to make something right')
  await ana.button('check-in.repair.offer.action').click()
  await expect(ben.text('check-in.repair.by.them', { name: 'Ana' })).toBeVisible()
  await look(ana, 'what I offer')
  await look(ben, 'what they offer')
  for (const person of [ana, ben]) {
    await wantsToSpeak(person, 'aloud')
    await person.button('check-in.willing.yes').click()
  }
  await expect(ben.heading('check-in.paused.breather.title')).toBeVisible()
  await look(ben, 'a breather')
  await letTimePass(house, THE_BREATHER, ana, ben)
  await areReady(ana, ben)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)
  await look(ana, 'the apology')
  await ana.button('check-in.pass.action').click()
  await hasTheStone(ben, ana)
  await look(ben, 'what I want first')
  await ana.button('check-in.end.action').click()
  await ana.button('check-in.end.yes').click()
  await openAt(ben, '/check-in', ben.button('check-in.repair.goOn'))
  await look(ben, 'what is left')
  await ben.button('check-in.repair.nothingMore.action').click()
  await look(ben, 'nothing more')
  await ben.button('check-in.repair.nothingMore.yes').click()
  await openAt(ana, '/check-in', ana.text('check-in.repair.closed.them', { name: 'Ben' }))
  await look(ana, 'nothing more, said by them')
}
