import { hasTheStone, isPaused, openCheckIn, sayInWords } from '../fixtures/check-in.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('kill -9 of the server in mid turn: both hold, and then see what was committed', async ({
  house,
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  await sayInWords(ana, 'Before the fall.')
  await expect(ben.page.getByText('Before the fall.')).toBeVisible()

  await house.kill()
  for (const person of [ana, ben]) await expect(person.text('check-in.floor.held')).toBeVisible()
  await house.start()
  for (const person of [ana, ben]) {
    await expect(person.text('check-in.floor.held')).toBeHidden()
    await expect(person.page.getByText('Before the fall.')).toBeVisible()
  }
  await hasTheStone(ana, ben)
})

test('kill -9 of everything after a pause: both are paused when it is back', async ({
  house,
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await expect(ben.text('check-in.paused.unconfirmed')).toBeHidden()
  house.killPostgres()
  await house.kill()
  for (const person of [ana, ben]) await isPaused(person)
  await house.start()
  for (const person of [ana, ben]) {
    await isPaused(person)
    await person.page.reload()
    await isPaused(person)
  }
})

test('kill -9 of PostgreSQL in mid turn: it comes back by itself, with everything', async ({
  house,
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await sayInWords(ana, 'It was raining.')
  await expect(ben.page.getByText('It was raining.')).toBeVisible()
  house.killPostgres()
  await ben.button('check-in.pause.action').click()
  await isPaused(ben)
  await isPaused(ana)
  await expect(ben.text('check-in.paused.unconfirmed')).toBeHidden()
  await ana.page.reload()
  await isPaused(ana)
})
