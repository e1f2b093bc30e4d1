import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** Aloud, each with their own phone: whoever has the stone passes it. */
async function pass(from: Person, to: Person): Promise<void> {
  await expect(from.text('check-in.floor.mine')).toBeVisible()
  await from.button('check-in.pass.action').click()
  await expect(to.text('check-in.floor.mine')).toBeVisible()
}

test('S5 T8: the first ten minutes, each in their own language: one good thing, two turns each, a thank-you', async ({
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  for (const person of [ana, ben]) {
    await person.open('/check-in')
    await expect(person.heading('check-in.willing.kind.first-ten')).toBeVisible()
    await expect(person.text('check-in.agenda.good')).toBeVisible()
    await person.button('check-in.willing.yes').click()
  }
  await expect(ana.text('check-in.agenda.invite.good')).toBeVisible()
  await pass(ana, ben)
  await expect(ben.text('check-in.agenda.invite.good')).toBeVisible()
  await pass(ben, ana)
  await pass(ana, ben)
  await ben.button('check-in.pass.action').click()

  for (const person of [ana, ben]) await expect(person.heading('closing.title')).toBeVisible()
  await ana.button('closing.thanks.ready.listening').click()
  await expect(ben.page.getByText(ana.say('closing.thanks.ready.listening'))).toBeVisible()
  await ben.button('closing.thanks.ready.here').click()
  await expect(ana.page.getByText(ben.say('closing.thanks.ready.here'))).toBeVisible()
  await ben.button('closing.close').click()

  for (const person of [ana, ben]) {
    await expect(person.heading('check-in.ended.title')).toBeVisible()
    await expect(person.text('check-in.ended.record.kept')).toBeVisible()
    await person.open('/journal')
    await expect(person.page.getByText(person.say('journal.record.formats.first-ten')).first()).toBeVisible()
    for (const [author, words] of [
      [ana, 'listening'],
      [ben, 'here'],
    ] as const) {
      await expect(person.page.getByText(author.say(`closing.thanks.ready.${words}`)).first()).toBeVisible()
    }
  }
  expect([ana.complaints, ben.complaints]).toEqual([[], []])
})
