import { bringClock, hasTheStone, isPaused, sayInWords, unfoldBeginnings } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { letTurnRunUntil, openAs } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const pass = (holder: Person) => holder.button('check-in.pass.action').click()

test('T4: written, in two languages: said back twice, with what was missing in between, then rather not', async ({
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'written' }, ana, ben)

  await test.step('the speaker says what it is, the listener hears that it will be said back', async () => {
    await hasTheStone(ana, ben)
    await expect(ana.text('check-in.live.thenSaidBack', { name: 'Ben' })).toBeVisible()
    await expect(ben.text('check-in.live.listenSayBack')).toBeVisible()
    await sayInWords(ana, 'It was a long week.')
    await expect(ben.page.getByText('It was a long week.')).toBeVisible()
  })

  await test.step('a hand goes up beside the stone, and down again with the turn', async () => {
    await ben.button('check-in.live.handUp').click()
    await expect(ben.button('check-in.live.handDown')).toBeVisible()
    await expect(ana.text('check-in.live.handIsUp', { name: 'Ben' })).toBeAttached()
    await pass(ana)
    await expect(ana.text('check-in.live.handIsUp', { name: 'Ben' })).toBeHidden()
  })

  await test.step('the first round: the listener writes it, the stone stays with the speaker', async () => {
    await expect(ben.heading('check-in.reflection.say')).toBeVisible()
    await expect(ana.heading('check-in.reflection.theySay', { name: 'Ben' })).toBeVisible()
    await expect(ana.button('check-in.pass.action')).toBeHidden()
    await ben.field('check-in.reflection.label').fill('Fue una semana larga.')
    await ben.button('check-in.reflection.send').click()
    await expect(ana.page.getByText('Fue una semana larga.')).toBeVisible()
    await expect(ana.heading('check-in.reflection.wasThatIt')).toBeVisible()
  })

  await test.step('almost: what was missing, and once more', async () => {
    await ana.field('check-in.reflection.missing').fill('And I was alone with it.')
    await ana.button('check-in.words.send').click()
    await expect(ben.page.getByText('And I was alone with it.')).toBeVisible()
    await ana.button('check-in.reflection.almost').click()
    await expect(ben.heading('check-in.reflection.sayAgain')).toBeVisible()
    await ben.field('check-in.reflection.label').fill('Y estabas sola.')
    await ben.button('check-in.reflection.send').click()
    await expect(ana.text('check-in.reflection.secondTime')).toBeVisible()
    await ana.button('check-in.reflection.thatsIt').click()
  })

  await test.step('there is more: the same turn goes on, and is not said back again', async () => {
    await expect(ben.heading('check-in.reflection.theyLookForMore', { name: 'Ana' })).toBeVisible()
    await ana.button('check-in.reflection.yes').click()
    await hasTheStone(ana, ben)
    await sayInWords(ana, 'Sunday was good.')
    await expect(ben.page.getByText('Sunday was good.')).toBeVisible()
    await pass(ana)
    await hasTheStone(ben, ana)
  })

  await test.step('rather not say it back is always there, and asks nothing', async () => {
    await sayInWords(ben, 'Yo también te extrañé.')
    await pass(ben)
    await ana.button('check-in.reflection.ratherNot').click()
    for (const person of [ana, ben]) await expect(person.heading('closing.title')).toBeVisible()
  })
  expect([...ana.complaints, ...ben.complaints]).toEqual([])
})

test('T4, T5: aloud: nothing has to be typed, one may write all the same, and one minute is no pause', async ({
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['es', 'en'] })
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'aloud' }, ana, ben)
  await hasTheStone(ana, ben)
  await expect(ana.field('check-in.words.label')).toBeHidden()

  await test.step('T8: a field is one tap away', async () => {
    await ana.button('check-in.live.write').click()
    await sayInWords(ana, 'Prefiero escribirlo.')
    await expect(ben.page.getByText('Prefiero escribirlo.')).toBeVisible()
  })

  await test.step('one minute: stopped for both, each says when they are back, and it goes on', async () => {
    await ben.button('check-in.live.oneMinute').click()
    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.aside.title')).toBeVisible()
      await expect(person.heading('check-in.paused.title')).toBeHidden()
    }
    await ana.button('check-in.aside.back').click()
    await expect(ana.text('check-in.aside.kept')).toBeVisible()
    await expect(ben.text('check-in.aside.body')).toBeVisible()
    await ben.button('check-in.aside.back').click()
    await hasTheStone(ana, ben)
  })

  await test.step('not yet, twice: it goes on all the same', async () => {
    await pass(ana)
    for (const heading of ['say', 'sayAgain']) {
      await expect(ben.heading(`check-in.reflection.${heading}`)).toBeVisible()
      await ben.button('check-in.reflection.said').click()
      await ana.button('check-in.reflection.notYet').click()
    }
    await ana.button('check-in.reflection.no').click()
    await hasTheStone(ben, ana)
  })

  await test.step('T10: past the middle the listener is asked, alone; "slower" is said to both, by nobody', async () => {
    await expect(ben.text('check-in.comfort.question')).toBeHidden()
    await ana.button('check-in.comfort.slower').click()
    await expect(ana.text('check-in.comfort.question')).toBeHidden()
    await expect(ben.text('check-in.floor.slower')).toBeHidden()
  })
})

test('T9: whoever speaks has words to begin with at hand, shut until they look, and the same as the other', async ({
  couple: { ana, ben },
}) => {
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'aloud' }, ana, ben)
  const offered: string[][] = []
  for (const [speaker, listener] of [
    [ana, ben],
    [ben, ana],
  ] as const) {
    await hasTheStone(speaker, listener)
    await expect(speaker.text('check-in.beginnings.free')).toBeHidden()
    await expect(listener.text('check-in.beginnings.title')).toBeHidden()
    offered.push(await unfoldBeginnings(speaker))
    await expect(speaker.text('check-in.beginnings.free')).toBeVisible()
    await pass(speaker)
    await listener.button('check-in.reflection.ratherNot').click()
  }
  expect(offered[1]).toEqual(offered[0])
  expect([ana.complaints, ben.complaints]).toEqual([[], []])
})

test('T10: "slower" reaches both with the next turn, "stop" is a pause', async ({ couple: { ana, ben } }) => {
  await openAs({ format: 'weekly', minutes: 15, way: 'aloud' }, ana, ben)
  for (const [holder, listener] of [
    [ana, ben],
    [ben, ana],
    [ana, ben],
    [ben, ana],
  ] as const) {
    await hasTheStone(holder, listener)
    await expect(listener.text('check-in.comfort.question')).toBeHidden()
    await pass(holder)
  }
  await hasTheStone(ana, ben)
  await ben.button('check-in.comfort.slower').click()
  await expect(ben.text('check-in.comfort.question')).toBeHidden()
  await expect(ana.text('check-in.floor.slower')).toBeHidden()
  await pass(ana)
  await hasTheStone(ben, ana)
  for (const person of [ana, ben]) await expect(person.text('check-in.floor.slower')).toBeVisible()
  await ana.button('check-in.comfort.stop').click()
  await isPaused(ana)
  await isPaused(ben)
})

test('T3: twenty seconds before the end one may ask for more; given it goes on, unanswered it ends', async ({
  house,
  couple: { ana, ben },
}) => {
  await bringClock(ana, ben)
  await openAs({ format: 'weekly', minutes: 15, way: 'aloud' }, ana, ben)
  await hasTheStone(ana, ben)
  await expect(ana.button('check-in.more.ask')).toBeHidden()

  await test.step('given', async () => {
    await letTurnRunUntil(house, ana.text('check-in.floor.soon'), ana, ben)
    await ana.button('check-in.more.ask').click()
    await expect(ben.text('check-in.more.question', { name: 'Ana' })).toBeVisible()
    await expect(ana.text('check-in.more.asked')).toBeVisible()
    await ben.button('check-in.more.grant').click()
    await expect(ana.text('check-in.more.asked')).toBeHidden()
    await expect(ana.text('check-in.floor.soon')).toBeHidden()
    await pass(ana)
    await hasTheStone(ben, ana)
  })

  await test.step('fairness: the other has as much more', async () => {
    await ben.button('check-in.floor.showTime').click()
    await expect(ben.page.getByText('About 2 minutes left')).toBeVisible()
    await pass(ben)
    await hasTheStone(ana, ben)
  })

  await test.step('"not now" only takes the question away; unanswered, the turn ends', async () => {
    await letTurnRunUntil(house, ana.button('check-in.more.ask'), ana, ben)
    await ana.button('check-in.more.ask').click()
    await ben.button('check-in.more.notNow').click()
    await expect(ben.button('check-in.more.grant')).toBeHidden()
    await expect(ana.text('check-in.more.asked')).toBeVisible()
    await letTurnRunUntil(house, ana.text('check-in.floor.graceMine'), ana, ben)
    await letTurnRunUntil(house, ben.heading('check-in.floor.mine'), ana, ben)
    await hasTheStone(ben, ana)
  })
})

test('WCAG 2.2.1: with timers off a turn has no ring and no end', async ({ couple: { ana, ben } }) => {
  await openAs({ format: 'weekly', minutes: 15, way: 'aloud', pace: 'off' }, ana, ben)
  await hasTheStone(ana, ben)
  await ana.button('check-in.floor.showTime').click()
  await expect(ana.text('check-in.floor.noLimit')).toBeVisible()
  await expect(ana.page.locator('main svg circle')).toHaveCount(0)
})
