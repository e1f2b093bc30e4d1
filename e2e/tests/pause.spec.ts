import {
  areReady,
  bringClock,
  comeBack,
  hasTheStone,
  isPaused,
  letTimePass,
  openCheckIn,
} from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const TWENTY_MINUTES = 20 * 60_000

test('I11: pressed with a dead network, this device stops at once, says what it does not know, and keeps trying', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  await ana.context.setOffline(true)
  await ana.button('check-in.pause.action').click()
  await isPaused(ana)
  await expect(ana.text('check-in.paused.unconfirmed')).toBeVisible()

  await test.step('a reload does not undo it', async () => {
    await ana.context.setOffline(false)
    await ana.page.reload()
    await isPaused(ana)
  })
  await isPaused(ben)
  await expect(ana.text('check-in.paused.unconfirmed')).toBeHidden()
})

test('P2: a key stops it too, from anywhere on the page', async ({ couple: { ana, ben } }) => {
  await openCheckIn(ana, ben)
  const shortcut = await ana.button('check-in.pause.action').getAttribute('aria-keyshortcuts')
  await ana.page.keyboard.press(shortcut?.split(' ')[0] ?? '')
  await isPaused(ana)
  await isPaused(ben)
})

test('I19: a second tab is the same person in the same room', async ({ couple: { ana, ben } }) => {
  await openCheckIn(ana, ben)
  const tab = await ana.context.newPage()
  await tab.goto(ana.page.url())
  await tab.getByRole('button', { name: ana.say('check-in.pause.action'), exact: true }).click()
  for (const page of [tab, ana.page, ben.page]) {
    await expect(page.getByRole('heading', { name: ana.say('check-in.paused.title') })).toBeVisible()
  }
})

test('a lost connection is a wait, not a pause', async ({ couple: { ana, ben } }) => {
  await openCheckIn(ana, ben)
  await ben.context.setOffline(true)
  await expect(ben.text('check-in.floor.held')).toBeVisible()
  await expect(ben.heading('check-in.paused.title')).toBeHidden()
  await expect(ana.text('check-in.floor.clockWaits')).toBeVisible()
  await ben.context.setOffline(false)
  await expect(ben.text('check-in.floor.held')).toBeHidden()
  await expect(ana.text('check-in.floor.clockWaits')).toBeHidden()
})

test('T1: what the listener sends past the screen is refused by the server', async ({ couple: { ana, ben } }) => {
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  const answer = await ben.page.evaluate(async () => {
    const { checkInId } = await (await fetch('/api/check-in')).json()
    const command = {
      v: 2,
      commandId: crypto.randomUUID(),
      checkInId,
      type: 'utter',
      turn: 1,
      utteranceId: crypto.randomUUID(),
      envelope: 'A'.repeat(700),
    }
    const reply = await fetch('/api/check-in/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
    })
    return reply.json()
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'not_holder' } })
})

test('P7: what was lost while a paused page loaded is asked for again, so that nobody is kept from going on', async ({
  house,
  couple: { ana, ben },
}) => {
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await forgetLink(ana)
  let asked = 0
  await ana.page.route('**/api/partnership', (route) => {
    asked += 1
    return asked > 2 ? route.continue() : route.abort()
  })
  await ana.page.reload()
  await isPaused(ana)
  await letTimePass(house, TWENTY_MINUTES, ana, ben)
  await expect(ana.heading('check-in.paused.ask')).toBeVisible()
  await expect.poll(() => asked).toBeGreaterThan(2)
  await expect(ana.text('check-in.paused.needsKey')).toBeHidden()
  await areReady(ana, ben)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)
})

/** As a device that never heard of the link before: what it keeps of it would do without asking. */
const forgetLink = ({ page }: Person) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('turnstone')
        opening.addEventListener('error', () => reject(opening.error))
        opening.addEventListener('success', () => {
          const forget = opening.result.transaction('meta', 'readwrite')
          forget.objectStore('meta').delete('partnership.links')
          forget.addEventListener('complete', () => resolve(opening.result.close()))
          forget.addEventListener('error', () => reject(forget.error))
        })
      }),
  )
