import { expect } from '@playwright/test'
import { isPaused } from '../../fixtures/check-in.ts'
import { half, sitDown, touch } from '../../fixtures/table.ts'
import type { Tour } from '../tour.ts'

/** One phone between two, upright and on its side. */
export const table: Tour = async ({ meet, look }) => {
  const { ana, ben } = await meet()
  await ana.open('/check-in')
  await ana.button('check-in.willing.anotherKind').click()
  const kind = ana.say('check-in.willing.kind.speak-and-listen', { minutes: '15' })
  await ana.page.getByText(kind, { exact: true }).click()
  await expect(ana.heading('check-in.willing.kind.speak-and-listen', { minutes: '15' })).toBeVisible()
  await sitDown(ana, ben)
  await expect(half(ana)).toBeEnabled()
  const bothWays = async (name: string) => {
    await look(ana, name)
    await look(ana, `${name}, sideways`, { sideways: true })
  }
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
