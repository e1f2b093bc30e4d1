import { hasTheStone, openCheckIn, sayInWords } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const OF_ANA = ['I was glad when you called from the train.', 'I want more evenings without plans.']
const OF_BEN = ['I liked cooking with you.', 'I would like to sleep longer on Sundays.']

/** Their first check-in in writing: two turns each, to the closing. */
async function talk(ana: Person, ben: Person): Promise<void> {
  await openCheckIn(ana, ben)
  for (const turn of [0, 1]) {
    for (const [speaker, listener, words] of [
      [ana, ben, OF_ANA[turn]],
      [ben, ana, OF_BEN[turn]],
    ] as const) {
      await hasTheStone(speaker, listener)
      await sayInWords(speaker, words ?? '')
      await expect(listener.page.getByText(words ?? '')).toBeVisible()
      await speaker.button('check-in.pass.action').click()
    }
  }
  for (const person of [ana, ben]) await expect(person.heading('closing.title')).toBeVisible()
}

async function offer(person: Person, words: string): Promise<void> {
  await person.button('closing.lines.write').click()
  await person.field('closing.lines.label').fill(words)
  await person.button('closing.lines.offer').click()
}

const piece = (person: Person, words: string) => person.page.getByRole('listitem').filter({ hasText: words })

async function closed(by: Person, other: Person): Promise<void> {
  await by.button('closing.close').click()
  for (const person of [by, other]) await expect(person.heading('check-in.ended.title')).toBeVisible()
}

test('J1: what one wrote is kept in one’s own drawer, and nowhere when it is let go', async ({
  couple: { ana, ben },
}) => {
  await talk(ana, ben)
  await expect(ana.page.getByText(OF_BEN[0] ?? '')).toBeHidden()
  const kept = piece(ana, OF_ANA[0] ?? '')
  await kept.getByRole('button', { name: ana.say('closing.keep.keep'), exact: true }).click()
  await expect(kept.getByText(ana.say('closing.keep.state.saved'))).toBeVisible()
  const gone = piece(ana, OF_ANA[1] ?? '')
  await gone.getByRole('button', { name: ana.say('closing.keep.letGo'), exact: true }).click()
  await expect(gone.getByText(ana.say('closing.keep.state.letGo'))).toBeVisible()

  await test.step('the other one ends it; it is still offered what this page holds, all as one page', async () => {
    await closed(ana, ben)
    for (const words of OF_ANA) await expect(ben.page.getByText(words)).toBeHidden()
    await expect(ben.text('closing.keep.onLeave')).toBeVisible()
    await ben.button('closing.keep.keepAll').click()
    await expect(ben.page.getByText(ben.say('closing.keep.state.saved'), { exact: true })).toHaveCount(2)
  })

  await test.step('each finds their own in their drawer, and nothing of the other', async () => {
    await ana.open('/journal/drawer')
    await expect(ana.page.getByText(OF_ANA[0] ?? '')).toBeVisible()
    for (const words of [OF_ANA[1] ?? '', ...OF_BEN]) await expect(ana.page.getByText(words)).toBeHidden()
    await ben.open('/journal/drawer')
    await expect(ben.page.getByText(OF_BEN[0] ?? '')).toBeVisible()
    await expect(ben.page.getByRole('listitem')).toHaveCount(1)
    for (const words of OF_ANA) await expect(ben.page.getByText(words)).toBeHidden()
  })
})

test('J1: what was kept is on this device at once, whatever becomes of the page', async ({ couple: { ana, ben } }) => {
  await talk(ana, ben)
  await ana.page.route('**/api/journal/entries/*', (route) => route.abort())
  const kept = piece(ana, OF_ANA[0] ?? '')
  await kept.getByRole('button', { name: ana.say('closing.keep.keep'), exact: true }).click()
  await expect(kept.getByText(ana.say('closing.keep.state.saved'))).toBeVisible()
  await ana.page.goto('about:blank')
  await ana.page.unroute('**/api/journal/entries/*')
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText(OF_ANA[0] ?? '')).toBeVisible()
})

test('T7: a line that both save is in the record of both; one that only one wanted leaves no trace', async ({
  couple: { ana, ben },
}) => {
  const both = 'On Sundays the phones stay in the hall.'
  const alone = 'We paint the kitchen in June.'
  await talk(ana, ben)
  await offer(ana, both)
  await offer(ben, alone)
  await expect(ana.page.getByText(alone)).toBeVisible()
  await ben.button('closing.lines.saveToo').click()
  for (const person of [ana, ben]) await expect(person.text('closing.lines.state.both')).toBeVisible()
  // Nobody is told that a line was not saved, and no answer is asked for.
  await expect(ben.text('closing.lines.state.mine')).toBeVisible()

  await closed(ben, ana)
  for (const person of [ana, ben]) {
    await expect(person.page.getByText(both)).toBeVisible()
    await expect(person.page.getByText(alone)).toBeHidden()
    await expect(person.text('check-in.ended.record.kept')).toBeVisible()
    await person.open('/journal')
    await expect(person.page.getByText(alone)).toBeHidden()
    await person.page.getByText(person.say('journal.record.formats.first-ten')).first().click()
    await expect(person.heading('journal.record.lines')).toBeVisible()
    await expect(person.page.getByText(both)).toBeVisible()
  }
})
