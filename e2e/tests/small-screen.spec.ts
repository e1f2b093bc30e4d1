import type { Page } from '@playwright/test'
import { hasTheStone } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { openAs } from '../fixtures/plan.ts'
import { half, sitDown } from '../fixtures/table.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const NARROW = { width: 320, height: 640 }
const ON_ITS_SIDE = { width: 568, height: 320 }

/** What somebody with small screen and large letters could not use: words beyond the edge, buttons under something else. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wrong: string[] = []
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth > clientWidth) wrong.push(`the page is ${scrollWidth} wide`)
    for (const button of document.querySelectorAll('button')) {
      if (button.getBoundingClientRect().width === 0) continue
      button.focus()
      const { left, right, top, bottom, height } = button.getBoundingClientRect()
      const name = button.textContent || button.ariaLabel
      if (left < -1 || right > clientWidth + 1) wrong.push(`${name}: beyond the edge`)
      if (height < 43) wrong.push(`${name}: ${height} high`)
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      if (!over || !(button.contains(over) || over.contains(button))) wrong.push(`${name}: under ${over?.textContent}`)
    }
    return wrong
  })
}

async function isWithinReach(...people: Person[]): Promise<void> {
  for (const { page } of people) {
    for (const letters of ['', '34px']) {
      // As with a font size of 200 % in the browser's settings.
      await page.evaluate((size) => {
        document.documentElement.style.fontSize = size
      }, letters)
      expect(await outOfReach(page)).toEqual([])
    }
    await page.evaluate(() => {
      document.documentElement.style.fontSize = ''
    })
  }
}

test('X5: at 320 px, also with letters of twice the size, everything in a check-in is within reach', async ({
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  for (const person of [ana, ben]) await person.page.setViewportSize(NARROW)
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'aloud' }, ana, ben)
  await hasTheStone(ana, ben)
  await ben.button('check-in.live.handUp').click()
  await ana.button('check-in.floor.showTime').click()
  await isWithinReach(ana, ben)

  await test.step('one minute', async () => {
    await ben.button('check-in.live.oneMinute').click()
    for (const person of [ana, ben]) await expect(person.heading('check-in.aside.title')).toBeVisible()
    await isWithinReach(ana, ben)
    for (const person of [ana, ben]) await person.button('check-in.aside.back').click()
    await hasTheStone(ana, ben)
  })

  await test.step('saying back', async () => {
    await ana.button('check-in.pass.action').click()
    await expect(ben.heading('check-in.reflection.say')).toBeVisible()
    await isWithinReach(ben)
    await ben.button('check-in.reflection.said').click()
    await expect(ana.heading('check-in.reflection.wasThatIt')).toBeVisible()
    await isWithinReach(ana)
    await ana.button('check-in.reflection.thatsIt').click()
    await ana.button('check-in.reflection.no').click()
    await hasTheStone(ben, ana)
  })

  await test.step('held', async () => {
    await ben.context.setOffline(true)
    await expect(ben.text('check-in.floor.held')).toBeVisible()
    await isWithinReach(ben)
    await ben.context.setOffline(false)
    await expect(ben.text('check-in.floor.held')).toBeHidden()
  })

  await test.step('the closing', async () => {
    await ben.button('check-in.pass.action').click()
    await ana.button('check-in.reflection.ratherNot').click()
    for (const person of [ana, ben]) await expect(person.heading('closing.title')).toBeVisible()
    await isWithinReach(ana, ben)
  })
})

test('X5: nor on the paused screen and in what helps there', async ({ meet }) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  for (const person of [ana, ben]) await person.page.setViewportSize(NARROW)
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'aloud' }, ana, ben)
  await ana.button('check-in.pause.action').click()
  for (const person of [ana, ben]) await expect(person.text('check-in.paused.set')).toBeVisible()
  await isWithinReach(ana, ben)
  for (const tool of ['breathing', 'grounding', 'cards', 'write']) {
    for (const person of [ana, ben]) await person.button(`calm.tools.${tool}`).click()
    await isWithinReach(ana, ben)
    if (tool === 'cards') {
      await ben.button('calm.cards.words.space').click()
      for (const size of [NARROW, ON_ITS_SIDE]) {
        await ben.page.setViewportSize(size)
        await isWithinReach(ben)
      }
      await ben.page.setViewportSize(NARROW)
      await ben.button('common.card.back').click()
    }
    for (const person of [ana, ben]) await person.button('calm.back').click()
  }
})

test('X5: nor is anything out of reach at the table, upright and on its side', async ({ couple: { ana, ben } }) => {
  await sitDown(ana, ben)
  await expect(half(ana)).toBeVisible()
  for (const size of [NARROW, ON_ITS_SIDE]) {
    await ana.page.setViewportSize(size)
    await isWithinReach(ana)
    await ana.button('check-in.live.oneMinute').first().click()
    await expect(ana.text('check-in.aside.title')).toBeVisible()
    await isWithinReach(ana)
    for (let back = 0; back < 2; back += 1) await ana.button('check-in.aside.back').first().click()
    await expect(half(ana)).toBeVisible()
  }
})
