import { areReady, bringClock, hasTheStone, isPaused, letTimePass, openCheckIn } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { checkIn } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Nobody is asked at night, so both live where it is noon. Zones named so count the hours to Greenwich, not from it. */
const HOURS_TO_NOON = 12 - new Date().getUTCHours()
test.use({ timezoneId: HOURS_TO_NOON < 0 ? `Etc/GMT+${-HOURS_TO_NOON}` : `Etc/GMT-${HOURS_TO_NOON}` })

const SENTENCES = {
  en: {
    back: (time: string) => `Back at ${time}.`,
    now: (time: string) => `It’s ${time}. Nothing has to happen.`,
    again: (time: string) => `Not yet. Next look at ${time}.`,
  },
  es: {
    back: (time: string) => `Volvemos a las ${time}.`,
    now: (time: string) => `Son las ${time}. No tiene que pasar nada.`,
    again: (time: string) => `Todavía no. Lo vemos a las ${time}.`,
  },
}

/** What stands on a paused screen, with the time that the server says. */
async function says(person: Person, sentence: keyof typeof SENTENCES.en): Promise<void> {
  const { snapshot } = (await checkIn(person)) as unknown as { snapshot: { phase: { returnAtMs: number } } }
  const at = new Date(snapshot.phase.returnAtMs + HOURS_TO_NOON * HOUR)
  const time = `${at.getUTCHours()}:${String(at.getUTCMinutes()).padStart(2, '0')}`
  await expect(person.page.getByText(SENTENCES[person.locale][sentence](time), { exact: true })).toBeVisible()
}

test('P5: not yet moves on to the next look by itself, the same for both, and a yes from before counts no more', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  for (const person of [ana, ben]) {
    await isPaused(person)
    await says(person, 'back')
  }

  await test.step('at the return time both are asked', async () => {
    await letTimePass(house, 21 * MINUTE, ana, ben)
    for (const person of [ana, ben]) {
      await says(person, 'now')
      await expect(person.heading('check-in.paused.ask')).toBeVisible()
      await expect(person.text('check-in.paused.same')).toBeVisible()
    }
    await areReady(ana)
    await expect(ana.text('check-in.paused.kept')).toBeVisible()
    await ben.button('check-in.paused.notYet').click()
    await expect(ben.text('check-in.paused.kept')).toBeVisible()
  })

  await test.step('ten minutes later the next look stands on both screens, whoever answered what', async () => {
    await letTimePass(house, 10 * MINUTE, ana, ben)
    for (const person of [ana, ben]) {
      await says(person, 'again')
      await expect(person.text('check-in.paused.kept')).toBeHidden()
    }
    await areReady(ben)
    await expect(ben.text('check-in.paused.kept')).toBeVisible()
    await isPaused(ana)
  })

  await test.step('and the next one half a day later, but not in their night; two who want to go on before', async () => {
    await letTimePass(house, HOUR + 10 * MINUTE, ana, ben)
    await expect(ana.page.getByText('Not yet. Next look tomorrow at 9:00.', { exact: true })).toBeVisible()
    await expect(ben.page.getByText('Todavía no. Lo vemos mañana a las 9:00.', { exact: true })).toBeVisible()
    await areReady(ana, ben)
    await hasTheStone(ana, ben)
  })
})

test('P5: after a day it is set down, and both read so; the next check-in is there', async ({ house, meet }) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await ana.button('check-in.pause.action').click()
  await isPaused(ben)
  await letTimePass(house, DAY + 20 * MINUTE, ana, ben)
  for (const person of [ana, ben]) {
    await expect(person.heading('check-in.ended.setDown.title')).toBeVisible()
    await expect(person.text('check-in.ended.setDown.text')).toBeVisible()
  }
  await ana.page.reload()
  await expect(ana.button('check-in.willing.yes')).toBeVisible()
})
