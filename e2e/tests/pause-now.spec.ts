import { bringClock, isPaused, letTimePass } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const MINUTE = 60_000

/** The agreed break, as an hour and a minute on this person's wall. */
const inMinutes = (person: Person, minutes: number) =>
  person.page.evaluate((ms) => {
    const at = new Date(Date.now() + ms)
    return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`
  }, minutes * MINUTE)

test('P4: an address pauses for both without a check-in, can be shown, and ends by itself half an hour after its time', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await bringClock(ana, ben)
  await ana.open('/pause')
  await isPaused(ana)
  await expect(ana.text('check-in.paused.set')).toBeVisible()
  await ben.open('')
  await expect(ben.page.getByRole('link', { name: /^En pausa\./ })).toBeVisible()
  await ben.open('/check-in')
  await isPaused(ben)

  await test.step('its card fills the screen, also upside down', async () => {
    await ana.button('common.card.show').click()
    const card = ana.page.getByText(/^Pause\.\sBack at \d+:\d\d\.$/)
    await expect(card).toBeInViewport({ ratio: 1 })
    const size = await card.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    expect(size).toBeGreaterThan(48)
    await ana.button('common.card.turn').click()
    await ana.button('common.card.back').click()
    await isPaused(ana)
  })
  await test.step('nobody has to answer: half an hour after its time it is over for both', async () => {
    await letTimePass(house, 21 * MINUTE, ana, ben)
    for (const person of [ana, ben]) await expect(person.button('check-in.paused.ready')).toBeVisible()
    await letTimePass(house, 30 * MINUTE, ana, ben)
    for (const person of [ana, ben]) await expect(person.heading('check-in.ended.pauseOver.title')).toBeVisible()
    await ana.open('')
    await expect(ana.page.getByRole('link', { name: /^Paused\./ })).toBeHidden()
    await expect(ana.button('home.pause.action')).toBeVisible()
  })
})

test('P4: signed out it stops this device, says until when, and asks nobody', async ({ arrive }) => {
  const ana = await arrive('Ana')
  const asked: string[] = []
  ana.page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/api/')) asked.push(request.url())
  })
  await ana.open('/pause')
  await expect(ana.heading('common.calm.title')).toBeVisible()
  await expect(ana.page.locator('[data-frozen]')).toBeVisible()
  await expect(ana.page.getByText(`Back at ${await inMinutes(ana, 20)}.`, { exact: true })).toBeVisible()
  await expect(ana.text('common.calm.untold')).toBeVisible()
  await expect(ana.button('calm.tools.breathing')).toBeVisible()
  expect(asked).toEqual([])
})

test('P4: before the pages are open it pauses for both all the same', async ({ couple: { ana, ben } }) => {
  await ben.open('/check-in')
  await expect(ben.button('check-in.willing.yes')).toBeVisible()
  await ana.open('/settings')
  await ana.button('account.settings.lockAction').click()
  await expect(ana.text('home.locked')).toBeVisible()
  await ana.open('/pause')
  await isPaused(ana)
  await isPaused(ben)
})

test('P4: pressed without a network it says until when; too late it is a notice to whoever pressed it, and stops nobody', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet()
  await bringClock(ana, ben)
  await ben.open('/check-in')
  await expect(ben.button('check-in.willing.yes')).toBeVisible()
  await ana.open('')
  await expect(ana.button('home.pause.action')).toBeVisible()
  const commands: string[] = []
  ana.page.on('request', (request) => {
    if (request.url().includes('/api/check-in/commands')) commands.push(request.postData() ?? '')
  })
  await ana.page.route('**/api/check-in*', (route) => route.abort())
  await ana.button('home.pause.action').click()
  await isPaused(ana)
  await expect(ana.text('check-in.paused.unconfirmed')).toBeVisible()
  await expect(ana.page.getByText(/^Back at \d+:\d\d\.$/)).toBeVisible()
  await letTimePass(house, 25 * MINUTE, ana, ben)
  await ana.page.unroute('**/api/check-in*')
  await expect(ana.heading('check-in.late.title')).toBeVisible()
  expect(commands).toEqual([])
  await ben.page.reload()
  await expect(ben.button('check-in.willing.yes')).toBeVisible()
  await ana.button('check-in.pause.action').click()
  await isPaused(ana)
  await isPaused(ben)
})
