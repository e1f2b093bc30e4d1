import { areReady, bringClock, hasTheStone, isPaused, letTimePass } from '../fixtures/check-in.ts'
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
  /** Typed with a full stop behind it, in capitals, in the middle of something. */
  const stopsIn = async (person: Person, field: string) => {
    await person.field(field).fill('I wanted to say')
    await expect(person.heading('check-in.paused.title')).toBeHidden()
    await person.field(field).fill(`I wanted to say ${OUR_WORD.toUpperCase()}.`)
    for (const one of [ana, ben]) {
      await isPaused(one)
      await expect(one.text('check-in.paused.topicRests')).toBeVisible()
    }
    await letTimePass(house, TWENTY_MINUTES, ana, ben)
    await areReady(ana, ben)
    await expect(person.field(field)).toBeVisible()
    await person.field(field).fill('')
  }

  await stopsIn(ana, 'check-in.words.label')
  await stopsIn(ben, 'check-in.notes.label')
  await ana.button('check-in.pass.action').click()
  await stopsIn(ben, 'check-in.reflection.label')
  await ben.field('check-in.reflection.label').fill('What you said.')
  await ben.button('check-in.reflection.send').click()
  await stopsIn(ana, 'check-in.reflection.missing')
  await ana.button('check-in.reflection.thatsIt').click()
  await ana.button('check-in.reflection.no').click()
  await ben.button('check-in.pass.action').click()
  await ana.button('check-in.reflection.ratherNot').click()
  for (const person of [ana, ben]) await expect(person.heading('closing.title')).toBeVisible()
  await ana.button('closing.thanks.own').click()
  await stopsIn(ana, 'closing.thanks.ownLabel')
  await ben.button('closing.lines.write').click()
  await stopsIn(ben, 'closing.lines.label')
  expect(sent.filter((text) => text.toLowerCase().includes(OUR_WORD))).toEqual([])
  expect(sent.length).toBeGreaterThan(0)
})
