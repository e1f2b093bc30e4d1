import { expect, test } from '../fixtures/two-partners.ts'

test('home leads to the next step there is: make the rules, wait for them, read them, check in', async ({ meet }) => {
  const { ana, ben } = await meet({ agreed: false })
  await ana.open('')
  await expect(ana.text('home.rules.none.line', { name: 'Ben' })).toBeVisible()
  await ana.link('home.rules.none.action').click()
  await ana.page.getByText(ana.say('agreement.word.suggestions.first'), { exact: true }).click()
  await ana.button('agreement.first.fine').click()
  await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  await ana.open('')
  await expect(ana.text('home.rules.mine.line', { name: 'Ben' })).toBeVisible()
  await ben.open('')
  await expect(ben.text('home.rules.theirs.line', { name: 'Ana' })).toBeVisible()
  await ben.link('home.rules.theirs.action').click()
  await ben.button('agreement.first.fine').click()
  await expect(ben.heading('agreement.inForce.title')).toBeVisible()
  for (const person of [ana, ben]) {
    await person.open('')
    await expect(person.link('home.checkIn')).toBeVisible()
  }
})

test('signing out asks first while a page exists only here, and signing in leads back', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { recoveryCode } = await ana.readSheet()
  await ana.button('account.sheet.saved').click()
  await expect(ana.text('home.alone')).toBeVisible()

  await ana.page.route('**/api/journal/entries/*', (route) => route.abort())
  await ana.open('/journal/write')
  await ana.field('journal.write.label').fill('Only on this device.')
  await ana.button('journal.write.keep').click()
  await expect(ana.text('journal.write.kept.waiting')).toBeVisible()
  await ana.open('/settings')
  await ana.button('account.settings.signOut').click()
  await expect(ana.text('account.settings.signOutUnsent')).toBeVisible()
  await ana.button('account.settings.stay').click()

  await ana.page.unroute('**/api/journal/entries/*')
  const sent = ana.page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes('/api/journal/entries/'),
  )
  await ana.open('')
  expect((await sent).status()).toBe(200)
  await ana.open('/settings')
  await ana.button('account.settings.signOut').click()
  await ana.button('account.settings.signOutAnyway').click()
  await expect(ana.link('home.landing.begin')).toBeVisible()

  await ana.open('/journal/drawer')
  await ana.link('account.gate.signIn').click()
  await ana.page.getByLabel(ana.say('account.signIn.email'), { exact: true }).fill(ana.email)
  await ana.page.getByLabel(ana.say('account.signIn.password'), { exact: true }).fill('a quiet evening by the sea')
  await ana.button('account.signIn.submit').click()
  await ana.page.getByLabel(ana.say('account.unlock.text'), { exact: true }).fill(recoveryCode)
  await ana.button('account.unlock.submit').click()
  await expect(ana.page.getByText('Only on this device.')).toBeVisible()
})
