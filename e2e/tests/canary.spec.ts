import { openCheckIn, sayInWords } from '../fixtures/check-in.ts'
import { agree, link } from '../fixtures/person.ts'
import { canary, filesWith, shapesOf } from '../fixtures/sweep.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('I24: what is typed into a sealed field is found nowhere on the server', async ({ house, arrive }) => {
  const typed = {
    'Ana’s name': canary('ana'),
    'Ben’s name': canary('ben'),
    'our word': canary('word'),
    'a turn': canary('turn'),
    'notes in a check-in': canary('notes'),
    'a private page': canary('page'),
    'a draft': canary('draft'),
    'Ana’s other name': canary('other'),
    'how to speak of Ana': canary('words'),
  }
  const ana = await arrive(typed['Ana’s name'])
  const ben = await arrive(typed['Ben’s name'])
  Object.assign(ana, { email: 'first@example.org' })
  Object.assign(ben, { email: 'second@example.org' })
  await ana.signUp()
  await link(ana, ben)
  await agree(ana, ben, typed['our word'])
  await openCheckIn(ana, ben)
  await sayInWords(ana, typed['a turn'])
  await expect(ben.page.getByText(typed['a turn'])).toBeVisible()
  await ben.field('check-in.notes.label').fill(typed['notes in a check-in'])
  await ana.button('check-in.pass.action').click()
  await ben.field('check-in.words.label').fill(`${typed['our word']} `)
  await expect(ana.text('check-in.paused.topicRests')).toBeVisible()
  await ana.button('check-in.end.action').click()
  await ana.button('check-in.end.yes').click()
  await expect(ana.text('check-in.ended.record.kept')).toBeVisible()
  await ana.keepPage(typed['a private page'])
  await ana.open('/settings')
  await ana.heading('account.about.title').click()
  await ana.field('account.about.name').fill(typed['Ana’s other name'])
  await ana.field('account.about.words').fill(typed['how to speak of Ana'])
  await ana.button('account.about.save').click()
  await ben.open('/partner')
  await expect(ben.page.getByText(typed['how to speak of Ana'])).toBeVisible()
  await ben.open('/journal/write')
  await ben.field('journal.write.label').fill(typed['a draft'])
  await expect(ben.text('journal.write.status.drafted')).toBeVisible()

  await test.step('a control: the sweep finds what may be there', async () => {
    await house.stop()
    expect(filesWith(house.folder, 'first@example.org', false).length).toBeGreaterThan(0)
  })
  for (const [where, text] of Object.entries(typed)) {
    for (const [shape, bytes] of Object.entries(shapesOf(text))) {
      const isBinary = shape === 'utf-16'
      expect([where, shape, filesWith(house.folder, bytes, isBinary)]).toEqual([where, shape, []])
      if (!isBinary) expect(house.log).not.toContain(bytes)
    }
  }
})
