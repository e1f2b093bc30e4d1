import { unfoldBeginnings } from '../fixtures/check-in.ts'
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

/** What a check-in offers this person to begin with, before it opens. */
async function beginnings(person: Person): Promise<string[]> {
  await person.open('/check-in')
  return unfoldBeginnings(person)
}

async function handIn(person: Person, answers: Record<string, 'never' | 'ask' | 'fine'>): Promise<void> {
  await person.open('/agreement/topics')
  for (const [topic, key] of Object.entries(answers)) await answer(person, topic, key)
  await person.button('register.form.handIn').click()
  await expect(person.heading('register.title')).toBeHidden()
}

test('L5: a check-in offers words about a topic only where both said fine, and the same to both', async ({
  couple: { ana, ben },
}) => {
  const MONEY = /\bmoney\b/i
  await ana.open('/check-in')
  await ana.button('check-in.willing.anotherKind').click()
  await ana.page.getByText(ana.say('check-in.willing.kind.weekly', { minutes: '15' }), { exact: true }).click()
  await expect(ana.text('check-in.agenda.topic')).toBeVisible()
  const before = await beginnings(ana)
  expect(await beginnings(ben)).toEqual(before)

  await test.step('one sheet alone changes nothing, on nobody’s screen', async () => {
    await handIn(ana, { Money: 'fine', 'Work and careers': 'ask' })
    expect(await beginnings(ana)).toEqual(before)
    expect(await beginnings(ben)).toEqual(before)
    await expect(ana.page.getByText('Work and careers')).toBeHidden()
  })
  await test.step('both said fine: money is offered; work is for asking first', async () => {
    await handIn(ben, { Money: 'fine' })
    for (const one of [ana, ben]) await one.open('/agreement/topics')
    for (const one of [ana, ben]) await expect(one.heading('register.open.title')).toBeVisible()
    const offered = await beginnings(ana)
    expect(offered.some((words) => MONEY.test(words))).toBe(true)
    expect(await beginnings(ben)).toEqual(offered)
    for (const one of [ana, ben]) await expect(one.page.getByText('Work and careers')).toBeVisible()
  })
  await test.step('Ben leaves money alone: nobody is offered it', async () => {
    await ben.open('/agreement/topics')
    await ben.text('register.again.title').click()
    await ben.button('register.again.action').click()
    await expect(ben.heading('register.title')).toBeVisible()
    await handIn(ana, { Money: 'fine' })
    await handIn(ben, { Money: 'never' })
    for (const one of [ana, ben]) await one.open('/agreement/topics')
    for (const one of [ana, ben]) await expect(one.heading('register.open.title')).toBeVisible()
    const offered = await beginnings(ana)
    expect(offered.filter((words) => MONEY.test(words))).toEqual([])
    expect(await beginnings(ben)).toEqual(offered)
  })
})
