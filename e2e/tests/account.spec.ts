import { PASSWORD } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('L1: the sheet opens the pages on another device, and a session can be ended from here', async ({
  arrive,
  house,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { accountKey, recoveryCode } = await ana.readSheet()
  await test.step('until the sheet is on paper, the drawer says that its pages live only here', async () => {
    await ana.open('/journal/drawer')
    await expect(ana.text('journal.onlyHere.text')).toBeVisible()
    await ana.link('journal.onlyHere.sheet').click()
    await ana.button('account.sheet.saved').click()
    await expect(ana.text('home.alone')).toBeVisible()
  })
  await ana.keepPage('On my first device.')
  await ana.open('/journal/drawer')
  await expect(ana.text('journal.onlyHere.text')).toBeHidden()

  const other = await arrive('Ana')
  Object.assign(other, { email: ana.email })
  await test.step('a wrong password says no more than that', async () => {
    await other.signIn('not the password at all')
    await expect(other.page.getByText(other.say('errors.wrong_credentials'))).toBeVisible()
  })
  await test.step('signed in without the key: closed, and said so', async () => {
    await other.signIn()
    await expect(other.heading('account.unlock.title')).toBeVisible()
    await other.button('account.unlock.later').click()
    await expect(other.text('home.locked')).toBeVisible()
  })
  await test.step('a mistyped key is noticed, the right one opens', async () => {
    await other.open('/unlock')
    const key = other.page.getByLabel(other.say('account.unlock.text'), { exact: true })
    await key.fill(accountKey.replace(/.$/, (last) => (last === '7' ? '8' : '7')))
    await other.page.getByLabel(other.say('account.unlock.password'), { exact: true }).fill(PASSWORD)
    await other.button('account.unlock.submit').click()
    await expect(other.page.getByRole('alert').filter({ hasText: /\w/ }).first()).toBeVisible()
    await key.fill(accountKey.toLowerCase())
    await other.button('account.unlock.submit').click()
    await expect(other.text('home.alone')).toBeVisible()
    await other.open('/journal/drawer')
    await expect(other.page.getByText('On my first device.')).toBeVisible()
  })
  await test.step('ended from the first device, the other one is out at once', async () => {
    await ana.open('/settings')
    await ana.page.getByRole('button', { name: /^End the session/ }).click()
    await expect(ana.text('account.settings.ended')).toBeVisible()
    const answer = await other.page.request.get(`${house.url}/api/account`)
    expect(answer.status()).toBe(401)
  })
  await test.step('signing out erases the keys; the recovery code opens everything on its own', async () => {
    await ana.open('/settings')
    await ana.button('account.settings.signOut').click()
    const anyway = ana.button('account.settings.signOutAnyway')
    await expect(anyway.or(ana.link('home.landing.begin')).first()).toBeVisible()
    if (await anyway.isVisible()) await anyway.click()
    await expect(ana.link('home.landing.begin')).toBeVisible()
    await ana.signIn()
    await ana.page.getByLabel(ana.say('account.unlock.text'), { exact: true }).fill(recoveryCode)
    await ana.button('account.unlock.submit').click()
    await expect(ana.text('home.alone')).toBeVisible()
    await ana.open('/journal/drawer')
    await expect(ana.page.getByText('On my first device.')).toBeVisible()
  })
})
