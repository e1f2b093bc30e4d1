import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const answer = (person: Person, topic: string, key: 'never' | 'ask' | 'fine') =>
  person.page
    .getByRole('group', { name: topic, exact: true })
    .getByRole('radio', { name: person.say(`register.answers.${key}`) })
    .check()

const said = (person: Person, topic: string) =>
  person.page.getByRole('term').filter({ hasText: topic }).locator('xpath=..').getByRole('definition')

test('L5: each fills in alone, both open together, in two languages; either puts both away', async ({ meet }) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })

  await test.step('Ana hands hers in and changes it; Ben sees nothing of it', async () => {
    await ana.open('/agreement/topics')
    await answer(ana, 'Money', 'fine')
    await ana.field('register.own.label').fill('the blue house')
    await ana.button('register.own.add').click()
    await answer(ana, 'the blue house', 'never')
    await ana.button('register.form.handIn').click()
    await expect(ana.heading('register.committed.title')).toBeVisible()
    await ana.button('register.committed.change').click()
    await answer(ana, 'Friends and other people', 'ask')
    await ana.button('register.form.handIn').click()
    await expect(said(ana, 'Friends and other people')).toContainText(ana.say('register.answers.ask'))
    await ben.open('/agreement/topics')
    await expect(ben.heading('register.title')).toBeVisible()
    await expect(ben.page.getByText('the blue house')).toHaveCount(0)
  })

  await test.step('Ben hands his in, and both open', async () => {
    await answer(ben, 'El dinero', 'never')
    await ben.button('register.form.handIn').click()
    for (const one of [ana, ben]) await expect(one.heading('register.open.title')).toBeVisible()
    await expect(said(ana, 'Money')).toContainText('You: fine')
    await expect(said(ana, 'Money')).toContainText('Ben: leave alone')
    await expect(said(ben, 'El dinero')).toContainText('Ana: está bien')
    await expect(said(ben, 'the blue house')).toContainText('Ana: dejar en paz')
    await expect(ana.heading('register.together.never')).toBeVisible()
  })

  await test.step('Ben puts both away', async () => {
    await ben.text('register.again.title').click()
    await ben.button('register.again.action').click()
    for (const one of [ana, ben]) await expect(one.heading('register.title')).toBeVisible()
  })
})
