import { areReady, bringClock, hasTheStone, isPaused, letTimePass, openCheckIn } from '../fixtures/check-in.ts'
import { bringGlass } from '../fixtures/hand.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

const MINUTE_MS = 60_000

/** Three taps pause from here on, on this person's device. What is returned makes them, where the stone is named. */
async function tapping(person: Person): Promise<() => Promise<void>> {
  const glass = await bringGlass(person)
  await person.open('/settings')
  await person.page.getByText(person.say('signals.tripleTap.name'), { exact: true }).click()
  return async () => {
    const place = await person.heading('check-in.floor.mine').boundingBox()
    if (!place) throw new Error('nothing to tap on')
    await glass.tap(3, place.x + 20, place.y + place.height / 2)
  }
}

const slip = (person: Person) => person.button('check-in.paused.slip.itWas')
const question = (person: Person, name: string) => person.heading('check-in.paused.slip.asked', { name, known: 'yes' })

async function arePaused(...people: Person[]): Promise<void> {
  for (const person of people) await isPaused(person)
}

test('P2: three taps that were a slip, said by one and then by the other, lift with nothing lost', async ({ meet }) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  const tap = await tapping(ana)
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  await ana.field('check-in.words.label').fill('half a sent')
  await tap()
  await arePaused(ana, ben)
  await expect(slip(ben)).toBeHidden()

  await slip(ana).click()
  await expect(ana.text('check-in.paused.slip.said', { name: 'Ben', known: 'yes' })).toBeVisible()
  await test.step('the other is asked, and told by a screen reader, without losing their place', async () => {
    await expect(question(ben, 'Ana')).toBeVisible()
    await expect(ben.page.locator('[aria-live=polite]')).toContainText(
      ben.say('check-in.paused.slip.asked', { name: 'Ana', known: 'yes' }),
    )
    await expect(ben.page.locator('#main')).toBeFocused()
    const [goOn, stay] = await Promise.all(
      ['goOn', 'stay'].map((way) => ben.button(`check-in.paused.slip.${way}`).boundingBox()),
    )
    expect([stay?.width, stay?.height]).toEqual([goOn?.width, goOn?.height])
  })
  await arePaused(ana, ben)
  await ben.button('check-in.paused.slip.goOn').click()
  await hasTheStone(ana, ben)
  await expect(ana.field('check-in.words.label')).toHaveValue('half a sent')
  expect([ana.complaints, ben.complaints]).toEqual([[], []])
})

test('P2: who would rather stay paused says nothing, and then it is a pause like any other', async ({
  house,
  couple: { ana, ben },
}) => {
  await bringClock(ana, ben)
  const tap = await tapping(ana)
  await openCheckIn(ana, ben)
  await tap()
  await arePaused(ana, ben)
  await slip(ana).click()
  await ben.button('check-in.paused.slip.stay').click()
  await expect(question(ben, 'Ana')).toBeHidden()
  await expect(ana.text('check-in.paused.slip.said', { name: 'Ben', known: 'yes' })).toBeVisible()

  await letTimePass(house, MINUTE_MS, ana, ben)
  await expect(ana.text('check-in.paused.slip.said', { name: 'Ben', known: 'yes' })).toBeHidden()
  await arePaused(ana, ben)
  await expect(ana.button('check-in.paused.ready')).toBeHidden()
  await letTimePass(house, 19 * MINUTE_MS, ana, ben)
  await areReady(ana, ben)
  await expect(ana.button('check-in.comingBack.skip')).toBeVisible()
})

test('P2: half a minute later it cannot be called a slip any more', async ({ house, couple: { ana, ben } }) => {
  await bringClock(ana, ben)
  const tap = await tapping(ana)
  await openCheckIn(ana, ben)
  await tap()
  await arePaused(ana, ben)
  await expect(slip(ana)).toBeVisible()
  await letTimePass(house, MINUTE_MS / 2, ana, ben)
  await expect(slip(ana)).toBeHidden()
  await arePaused(ana, ben)
})

test('P2: the button, the key and our word in a field never are a slip', async ({ couple: { ana, ben } }) => {
  await tapping(ana)
  const presses: readonly [what: string, press: () => Promise<void>][] = [
    ['the button', () => ana.button('check-in.pause.action').click()],
    ['the key', () => ana.page.keyboard.press('Control+.')],
    ['our word', () => ana.field('check-in.words.label').fill(`${OUR_WORD} `)],
  ]
  for (const [what, press] of presses) {
    await test.step(what, async () => {
      await openCheckIn(ana, ben)
      await press()
      await arePaused(ana, ben)
      await expect(ana.text('check-in.paused.set')).toBeVisible()
      for (const person of [ana, ben]) await expect(slip(person)).toBeHidden()
      await ben.button('check-in.end.action').click()
      await ben.button('check-in.end.yes').click()
      await expect(ana.heading('check-in.ended.title')).toBeVisible()
    })
  }
})
