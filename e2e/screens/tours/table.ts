import { expect } from '@playwright/test'
import { bringClock, isPaused } from '../../fixtures/check-in.ts'
import type { Person } from '../../fixtures/person.ts'
import { countBeats, letTurnRunUntil } from '../../fixtures/plan.ts'
import { chooseKind, half, sitDown, touch } from '../../fixtures/table.ts'
import type { Guide, Tour } from '../tour.ts'

const inBothWays = (look: Guide['look'], at: Person) => async (name: string) => {
  await look(at, name)
  await look(at, `${name}, sideways`, { sideways: true })
}

/** One phone between two, upright and on its side. */
export const table: Tour = async ({ meet, look }) => {
  const { ana, ben } = await meet()
  await chooseKind(ana, 'speak-and-listen')
  await sitDown(ana, ben)
  await expect(half(ana)).toBeEnabled()
  const bothWays = inBothWays(look, ana)
  await bothWays('table, my turn')
  await look(ben, 'table, the other phone')
  await touch(ana, 'Ana')
  await expect(ana.button('check-in.reflection.said')).toBeVisible()
  await bothWays('table, said back')
  await ana.button('check-in.reflection.said').click()
  await expect(ana.button('check-in.reflection.thatsIt')).toBeVisible()
  await bothWays('table, was that it')
  await ana.button('check-in.reflection.thatsIt').click()
  await ana.button('check-in.reflection.no').click()
  await expect(half(ana).filter({ hasText: 'Ben' })).toBeEnabled()
  await bothWays('table, their turn')
  await ana.page.getByRole('button', { name: ana.say('table.menu.open') }).click()
  await bothWays('table, more')
  await ana.button('table.menu.close').last().click()
  await ana.button('check-in.live.oneMinute').first().click()
  await expect(ana.text('check-in.aside.title')).toBeVisible()
  await ana.button('check-in.aside.back').first().click()
  await bothWays('table, one minute')
  await ana.button('check-in.aside.back').click()
  await expect(half(ana)).toBeVisible()
  await ana.context.setOffline(true)
  await expect(ana.text('table.hint.held')).toBeVisible()
  await bothWays('table, held')
  await ana.context.setOffline(false)
  await touch(ana, 'Ben')
  await ana.button('check-in.reflection.ratherNot').click()
  await expect(ana.text('table.thank')).toBeVisible()
  await bothWays('table, closing')
  await look(ben, 'table, closing on the other phone')
  await ana.button('check-in.pause.action').first().click()
  await isPaused(ana)
  await look(ana, 'table, paused, sideways', { sideways: true })
}

/** More time for the one who speaks: asked for on one half, given on the other. */
export const tableTime: Tour = async ({ house, meet, look }) => {
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  for (const { page } of [ana, ben]) countBeats(page)
  await chooseKind(ana, 'weekly')
  await sitDown(ana, ben)
  await expect(half(ana)).toBeEnabled()
  const bothWays = inBothWays(look, ana)
  await letTurnRunUntil(house, ana.button('check-in.more.ask'), ana, ben)
  await bothWays('table, more time')
  await ana.button('check-in.more.ask').click()
  await expect(ana.button('check-in.more.grant')).toBeVisible()
  await bothWays('table, more time is asked for')
  await ana.button('check-in.more.grant').click()
  await expect(ana.text('table.hint.moreGiven')).toBeVisible()
  await bothWays('table, more time is given')
}
