import type { Page } from '@playwright/test'
import { openCheckIn } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** This browser would put the app on the home screen: it says so once, as soon as a page is there. */
async function offersInstalling(page: Page): Promise<void> {
  await page.addInitScript(() => {
    addEventListener('load', () => {
      const offer = new Event('beforeinstallprompt', { cancelable: true })
      const prompt = async () => sessionStorage.setItem('prompted', 'yes')
      dispatchEvent(Object.assign(offer, { prompt }))
    })
  })
}

async function endedBy(person: Person, ...others: Person[]): Promise<void> {
  await person.button('check-in.end.action').click()
  await person.button('check-in.end.yes').click()
  for (const one of [person, ...others]) await expect(one.heading('check-in.ended.title')).toBeVisible()
}

test('X6: the home screen is mentioned after a check-in, once, and only where the browser can do it', async ({
  couple: { ana, ben },
}) => {
  await offersInstalling(ana.page)
  await openCheckIn(ana, ben)
  await expect(ana.text('closing.install.title')).toBeHidden()
  await endedBy(ben, ana)
  await expect(ana.text('closing.install.title')).toBeVisible()
  await expect(ben.text('closing.install.title')).toBeHidden()
  await ana.button('closing.install.notNow').click()
  await expect(ana.text('closing.install.title')).toBeHidden()
  await openCheckIn(ana, ben)
  await endedBy(ana, ben)
  await expect(ana.text('closing.install.title')).toBeHidden()
})

test('X6: whoever wants it there is asked by the browser, and not by us again', async ({ couple: { ana, ben } }) => {
  await offersInstalling(ana.page)
  await openCheckIn(ana, ben)
  await endedBy(ana, ben)
  await ana.button('closing.install.action').click()
  await expect(ana.text('closing.install.title')).toBeHidden()
  expect(await ana.page.evaluate(() => sessionStorage.getItem('prompted'))).toBe('yes')
})
