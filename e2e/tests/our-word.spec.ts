import { areReady, bringClock, comeBack, hasTheStone, isPaused, letTimePass } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { openAs } from '../fixtures/plan.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

const TWENTY_MINUTES = 20 * 60_000

test('P2: our word pauses from every field of a check-in, and never leaves the device', async ({
  house,
  couple: { ana, ben },
}) => {
  const sent: string[] = []
  for (const { page } of [ana, ben]) {
    page.on('request', (request) => sent.push(request.postData() ?? ''))
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  }
  await bringClock(ana, ben)
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'written', pace: 'off' }, ana, ben)
  await hasTheStone(ana, ben)
  /** In the middle of something, and then nothing more is typed, or what ends it. */
  const stopsIn = async (person: Person, field: string, typed: string) => {
    await person.field(field).fill('I wanted to say')
    await expect(person.heading('check-in.paused.title')).toBeHidden()
    await person.field(field).fill(`I wanted to say ${typed}`)
    for (const one of [ana, ben]) {
      await isPaused(one)
      await expect(one.text('check-in.paused.topicRests')).toBeVisible()
    }
    await letTimePass(house, TWENTY_MINUTES, ana, ben)
    await areReady(ana, ben)
    await comeBack(ana, ben)
    await expect(person.field(field)).toBeVisible()
    await person.field(field).fill('')
  }

  await stopsIn(ana, 'check-in.words.label', `${OUR_WORD.toUpperCase()}.`)
  await stopsIn(ben, 'check-in.notes.label', OUR_WORD)
  await ana.button('check-in.pass.action').click()
  await stopsIn(ben, 'check-in.reflection.label', 'Márzipán!')
  expect(sent.filter((text) => /m[aá]rzip[aá]n/i.test(text))).toEqual([])
  expect(sent.length).toBeGreaterThan(0)
})
