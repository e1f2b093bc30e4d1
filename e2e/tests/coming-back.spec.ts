import {
  areReady,
  bringClock,
  comeBack,
  hasTheStone,
  isPaused,
  letTimePass,
  openCheckIn,
} from '../fixtures/check-in.ts'
import type { House } from '../fixtures/house.ts'
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
  const words = SENTENCES[person.locale][sentence](time)
  await expect(person.page.getByRole('main').getByText(words, { exact: true })).toBeVisible()
  // Whoever does not see it is told when it has moved.
  if (sentence === 'again') await expect(person.page.locator('[aria-live=polite]', { hasText: words })).toHaveCount(1)
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
    await expect(
      ana.page.getByRole('main').getByText('Not yet. Next look tomorrow at 9:00.', { exact: true }),
    ).toBeVisible()
    await expect(
      ben.page.getByRole('main').getByText('Todavía no. Lo vemos mañana a las 9:00.', { exact: true }),
    ).toBeVisible()
    await areReady(ana, ben)
    await comeBack(ana, ben)
    await hasTheStone(ana, ben)
  })
})

/** Paused by Ben, and both ready: nobody has said a line. */
async function bothAreBack(house: House, ana: Person, ben: Person): Promise<void> {
  await ben.button('check-in.pause.action').click()
  for (const person of [ana, ben]) await isPaused(person)
  await letTimePass(house, 21 * MINUTE, ana, ben)
  await areReady(ana, ben)
  for (const person of [ana, ben]) await expect(person.heading('check-in.comingBack.title')).toBeVisible()
}

const restsOf = (person: Person) => ({ names: person.say('check-in.agenda.good') })

const picks = (person: Person, word: string) =>
  person.page.getByText(person.say(`check-in.comingBack.${word}`), { exact: true }).click()

test('P7: back from a pause, each says a line that neither sees before both are through, and the same turn goes on', async ({
  house,
  meet,
}) => {
  const OWN = 'I am sorry I left the room.'
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await bothAreBack(house, ana, ben)

  await test.step('one says how they are; the other screen stays as it was', async () => {
    await picks(ana, 'am.tired')
    await picks(ana, 'need.heard')
    await ana.button('check-in.comingBack.own').click()
    await ana.field('check-in.comingBack.own').fill(OWN)
    await ana.button('check-in.comingBack.say').click()
    await expect(ana.text('check-in.comingBack.kept')).toBeVisible()
    await ana.page.reload()
    await expect(ana.text('check-in.comingBack.kept')).toBeVisible()
    await expect(ben.heading('check-in.comingBack.title')).toBeVisible()
    await expect(ben.page.getByText(OWN)).toBeHidden()
  })

  await test.step('then both read both, each in their own language', async () => {
    await picks(ben, 'am.calmer')
    await ben.button('check-in.comingBack.say').click()
    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.comingBack.read')).toBeVisible()
      await expect(person.page.getByText(OWN)).toBeVisible()
    }
    await expect(ben.page.getByText('Cómo estoy: con cansancio.')).toBeVisible()
    await expect(ben.page.getByText('Qué necesito: que me escuches.')).toBeVisible()
    await expect(ana.page.getByText('How I am: calmer.')).toBeVisible()
    expect(house.log).not.toContain(OWN)
  })

  await test.step('a pause works here too, at once', async () => {
    await ana.button('check-in.pause.action').click()
    for (const person of [ana, ben]) await isPaused(person)
    await expect(ben.page.getByText(OWN)).toBeHidden()
    await letTimePass(house, 21 * MINUTE, ana, ben)
    await areReady(ana, ben)
  })

  await test.step('two who would rather take another topic are told so', async () => {
    for (const person of [ana, ben]) {
      await picks(person, 'another')
      await person.button('check-in.comingBack.skip').click()
    }
    for (const person of [ana, ben]) {
      await expect(person.text('check-in.comingBack.redirected')).toBeVisible()
      await person.button('check-in.comingBack.goOn').click()
    }
    await hasTheStone(ana, ben)
    for (const person of [ana, ben]) await expect(person.text('check-in.live.rests', restsOf(person))).toBeVisible()
  })
})

test('P7: one yes to another topic shows nothing, and nobody is waited for for ever', async ({ house, meet }) => {
  const { ana, ben } = await meet({ languages: ['es', 'en'] })
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await bothAreBack(house, ana, ben)
  await picks(ana, 'another')
  await ana.button('check-in.comingBack.skip').click()
  await expect(ana.button('check-in.comingBack.now')).toBeHidden()
  await letTimePass(house, 2 * MINUTE + 1_000, ana, ben)
  await ana.button('check-in.comingBack.now').click()
  await hasTheStone(ana, ben)
  for (const person of [ana, ben]) {
    await expect(person.text('check-in.live.rests', restsOf(person))).toBeHidden()
    await expect(person.text('check-in.comingBack.redirected')).toBeHidden()
  }
})

test('P7: either ends it for today from where both come back, whatever was answered', async ({ house, meet }) => {
  const { ana, ben } = await meet({ languages: ['es', 'en'] })
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await bothAreBack(house, ana, ben)
  await ben.button('check-in.comingBack.skip').click()
  await ana.button('check-in.end.action').click()
  await ana.button('check-in.end.yes').click()
  for (const person of [ana, ben]) await expect(person.heading('check-in.ended.title')).toBeVisible()
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
