import { expect } from '@playwright/test'
import { areReady, bringClock, isPaused, letTimePass } from '../../fixtures/check-in.ts'
import type { Person } from '../../fixtures/person.ts'
import { letTurnRunUntil, openAs } from '../../fixtures/plan.ts'
import { type Guide, openAt, type Tour } from '../tour.ts'

const MINUTE = 60_000

/** The end of a turn, a pause and coming back. Time passes here. */
export const pause: Tour = async ({ house, meet, look }) => {
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  await openAs({ format: 'first-ten', minutes: 10, way: 'aloud' }, ana, ben)
  await letTurnRunUntil(house, ana.button('check-in.more.ask'), ana, ben)
  await look(ana, 'my turn ends soon')
  await ana.button('check-in.more.ask').click()
  await expect(ben.text('check-in.more.question', { name: 'Ana' })).toBeVisible()
  await look(ana, 'my turn, asked for more')
  await look(ben, 'listening, they ask for more')
  await letTurnRunUntil(house, ana.text('check-in.floor.graceMine'), ana, ben)
  await look(ana, 'my turn, time to finish')

  await ben.context.setOffline(true)
  await ben.button('check-in.pause.action').click()
  await isPaused(ben)
  await look(ben, 'paused, the other may not know yet')
  await ben.context.setOffline(false)
  await isPaused(ana)
  await expect(ana.text('check-in.paused.set')).toBeVisible()
  await look(ana, 'paused')
  await lookAtTools(ana, look)
  await openAt(ana, '', ana.page.getByRole('heading', { level: 1, name: ana.say('home.next.paused') }))
  await look(ana, 'home, paused', { fold: true })
  await openAt(ana, '/check-in', ana.heading('check-in.paused.title'))

  await letTimePass(house, 20 * MINUTE, ana, ben)
  await expect(ana.heading('check-in.paused.ask')).toBeVisible()
  await look(ana, 'coming back')
  await ana.button('check-in.paused.notYet').click()
  await expect(ana.text('check-in.paused.kept')).toBeVisible()
  await look(ana, 'coming back, answered')
  await ben.button('check-in.end.action').click()
  await look(ben, 'coming back, end for today')
  await ben.button('check-in.end.yes').click()
  await expect(ana.heading('check-in.ended.title')).toBeVisible()
  await look(ana, 'ended from a pause')
}

/** Both go on: a line of one, and the other reads it. */
export const comingBack: Tour = async ({ house, meet, look }) => {
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  await openAs({ format: 'first-ten', minutes: 10, way: 'aloud' }, ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await letTimePass(house, 20 * MINUTE, ana, ben)
  await areReady(ana, ben)
  await expect(ana.heading('check-in.comingBack.title')).toBeVisible()
  await ana.page.getByText(ana.say('check-in.comingBack.am.tired'), { exact: true }).click()
  await ana.button('check-in.comingBack.own').click()
  await look(ana, 'back, a line')
  await ana.button('check-in.comingBack.say').click()
  await expect(ana.text('check-in.comingBack.kept')).toBeVisible()
  await look(ana, 'back, said')
  await ben.button('check-in.comingBack.skip').click()
  await expect(ben.button('check-in.comingBack.goOn')).toBeVisible()
  await look(ben, 'back, reading')
}

/** What helps while paused: each open, and a card as it is held up. */
async function lookAtTools(at: Person, look: Guide['look']): Promise<void> {
  await at.button('calm.tools.breathing').click()
  await at.page
    .locator('summary')
    .filter({ hasText: at.say('calm.breathing.options') })
    .click()
  await look(at, 'breathing')
  await at.button('calm.back').click()
  await at.button('calm.tools.grounding').click()
  await look(at, '5 4 3 2 1')
  await at.button('calm.back').click()
  await at.button('calm.tools.cards').click()
  await look(at, 'cards')
  await at.button('calm.cards.words.noWords').click()
  await look(at, 'a card')
  await look(at, 'a card, sideways', { sideways: true })
  await at.button('common.card.back').click()
  await at.button('calm.back').click()
  await at.button('calm.tools.write').click()
  await expect(at.field('journal.write.label')).toBeVisible()
  await look(at, 'a page to oneself')
  await at.button('calm.back').click()
}

/** Trying the pause, with nothing at stake. */
export const practice: Tour = async ({ meet, look }) => {
  const { ana, ben } = await meet()
  await openAt(ana, '/check-in?try', ana.text('check-in.willing.kept'))
  await look(ana, 'practice, waiting')
  await ben.open('/check-in?try')
  for (const person of [ana, ben]) await expect(person.button('check-in.end.action')).toBeVisible()
  await look(ana, 'practice')
  await ana.button('check-in.end.action').click()
  await ana.button('check-in.end.yes').click()
  await expect(ana.heading('check-in.ended.practice.title')).toBeVisible()
  await look(ana, 'practice, done')
}

/** Pausing outside any check-in: signed out, and for two. Time passes here. */
export const pauseNow: Tour = async ({ house, arrive, meet, look }) => {
  const eve = await arrive('Eve')
  await openAt(eve, '/pause', eve.text('common.calm.untold'))
  await look(eve, 'pause now, signed out')
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  await openAt(ana, '/pause', ana.text('check-in.paused.set'))
  await look(ana, 'pause now, for two')
  await ana.button('common.card.show').click()
  await look(ana, 'pause now, the card')
  await look(ana, 'pause now, the card, sideways', { sideways: true })
  await ana.button('common.card.back').click()
  await openAt(ben, '', ben.heading('home.next.paused'))
  await look(ben, 'home, paused by the other', { fold: true })
  await letTimePass(house, 51 * MINUTE, ana)
  await expect(ana.heading('check-in.ended.pauseOver.title')).toBeVisible()
  await look(ana, 'pause now, over')
}
