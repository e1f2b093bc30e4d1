import {
  areReady,
  bringClock,
  comeBack,
  hasTheStone,
  isPaused,
  letTimePass,
  openCheckIn,
  sayInWords,
} from '../fixtures/check-in.ts'
import { agree, link } from '../fixtures/person.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

const TWENTY_MINUTES = 20 * 60_000

test('two people meet, take turns, stop together, come back, and keep a record', async ({ house, arrive }) => {
  const ana = await arrive('Ana')
  const ben = await arrive('Ben')
  await bringClock(ana, ben)

  await test.step('sign up twice, link, sign the agreement', async () => {
    await ana.signUp()
    await link(ana, ben)
    await agree(ana, ben, OUR_WORD)
  })

  await test.step('both say that today works, and it opens', async () => {
    await openCheckIn(ana, ben)
    await hasTheStone(ana, ben)
  })

  await test.step('two turns', async () => {
    await sayInWords(ana, 'I missed you on Tuesday.')
    await expect(ben.page.getByText('I missed you on Tuesday.')).toBeVisible()
    await expect(ben.button('check-in.words.send')).toBeHidden()
    await ana.button('check-in.pass.action').click()
    await hasTheStone(ben, ana)
    await sayInWords(ben, 'I missed you too.')
    await expect(ana.page.getByText('I missed you too.')).toBeVisible()
  })

  await test.step('the listener stops it in mid-turn, for both', async () => {
    await ana.button('check-in.pause.action').click()
    await isPaused(ana)
    await isPaused(ben)
    await expect(ben.page.getByText('I missed you on Tuesday.')).toBeHidden()
  })

  await test.step('a reload changes nothing', async () => {
    await ben.page.reload()
    await isPaused(ben)
    await isPaused(ana)
  })

  await test.step('after the break both go on: the same floor', async () => {
    await letTimePass(house, TWENTY_MINUTES, ana, ben)
    await areReady(ana)
    await expect(ana.text('check-in.paused.kept')).toBeVisible()
    await isPaused(ana)
    await areReady(ben)
    await comeBack(ana, ben)
    await hasTheStone(ben, ana)
  })

  await test.step('one ends it; what was said is gone, the record is in both journals', async () => {
    await ben.button('check-in.end.action').click()
    await ben.button('check-in.end.yes').click()
    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.ended.title')).toBeVisible()
      const theirs = person === ana ? 'I missed you too.' : 'I missed you on Tuesday.'
      await expect(person.page.getByText(theirs)).toBeHidden()
      await expect(person.text('check-in.ended.record.kept')).toBeVisible()
      await person.open('/journal')
      await expect(person.text('journal.record.formats.first-ten')).toBeVisible()
    }
  })

  await test.step('nothing was complained about by either browser', async () => {
    expect(ana.complaints).toEqual([])
    expect(ben.complaints).toEqual([])
  })
})

test('both ready, in Spanish and English, and the word typed by mistake is not sent', async ({ house, meet }) => {
  const { ana, ben } = await meet({ languages: ['es', 'en'] })
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)

  await ana.field('check-in.words.label').fill(`no puedo, Mazapán, ${OUR_WORD.toUpperCase()}!`)
  await isPaused(ana)
  await isPaused(ben)
  await expect(ben.text('check-in.paused.topicRests')).toBeVisible()
  await expect(ana.text('check-in.paused.topicRests')).toBeVisible()
  expect(house.log.toLowerCase()).not.toContain(OUR_WORD)

  await letTimePass(house, TWENTY_MINUTES, ana, ben)
  await areReady(ana, ben)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)
})
