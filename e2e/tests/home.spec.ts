import { holdBack } from '../fixtures/line.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('home leads to the next step there is: make the rules, wait for them, read them, check in', async ({ meet }) => {
  const { ana, ben } = await meet({ agreed: false })
  await ana.open('')
  await ana.link('home.rules.none', { name: 'Ben' }).click()
  await ana.page.getByText(ana.say('agreement.word.suggestions.first'), { exact: true }).click()
  await ana.button('agreement.first.fine').click()
  await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  await ana.open('')
  await expect(ana.link('home.rules.mine', { name: 'Ben' })).toBeVisible()
  await ben.open('')
  await ben.link('home.rules.theirs', { name: 'Ana' }).click()
  await ben.button('agreement.first.fine').click()
  await expect(ben.heading('agreement.inForce.title')).toBeVisible()
  for (const person of [ana, ben]) {
    await person.open('')
    await expect(person.link('home.next.first-ten')).toBeVisible()
  }
  await ana.link('home.next.first-ten').click()
  await expect(ana.button('check-in.willing.yes')).toBeVisible()
})

const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]

test('home shows one line of time, write, thank you and pause above the fold, and nothing else', async ({ couple }) => {
  const { ana } = couple
  for (const viewport of PHONES) {
    await ana.page.setViewportSize(viewport)
    await ana.open('')
    await expect(ana.link('home.next.first-ten')).toBeInViewport({ ratio: 1 })
    for (const door of ['home.write', 'home.thanks']) await expect(ana.link(door)).toBeInViewport({ ratio: 1 })
    const pause = ana.button('home.pause.action')
    await expect(pause).toBeInViewport({ ratio: 1 })
    const box = await pause.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(64)
    // In the same place however far the page is scrolled.
    await expect(ana.link('home.settings')).not.toBeInViewport()
    await ana.link('home.settings').scrollIntoViewIfNeeded()
    expect((await pause.boundingBox())?.y).toBe(box?.y)
  }
})

test('P1: pause at home freezes this screen at once, and the check-in for both', async ({ couple: { ana, ben } }) => {
  await ben.open('/check-in')
  await expect(ben.button('check-in.willing.yes')).toBeVisible()
  await ana.open('')
  await expect(ana.link('home.next.first-ten')).toBeVisible()
  const heard = await holdBack(ana.page, '**/api/check-in*')
  await ana.button('home.pause.action').click()
  // Nothing has been heard from the server, and this screen stands still.
  await expect(ana.page.locator('[data-frozen]')).toBeVisible()
  await expect(ana.text('check-in.paused.unconfirmed')).toBeVisible()
  heard()
  for (const person of [ana, ben]) {
    await expect(person.heading('check-in.paused.title')).toBeVisible()
    await expect(person.text('check-in.paused.set')).toBeVisible()
  }
  expect(new URL(ana.page.url()).hash).toBe('')
  await ben.open('')
  await expect(ben.page.getByRole('link', { name: /^Paused\. Back at/ })).toBeVisible()
})

test('pause is a quiet page for somebody who is alone, and leads back', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  await ana.open('')
  await expect(ana.heading('home.alone')).toBeVisible()
  await ana.button('home.pause.action').click()
  await expect(ana.heading('common.calm.title')).toBeFocused()
  await ana.button('common.calm.back').click()
  await expect(ana.heading('home.alone')).toBeVisible()

  // Pressed before home knew that she is alone, it leads where two would pause.
  await ana.open('/check-in#pause')
  await expect(ana.heading('common.calm.title')).toBeFocused()
  await ana.button('common.calm.back').click()
  await expect(ana.heading('home.alone')).toBeVisible()
})

test('J1: a thank-you in two touches stands in the journal of both; alone it stays in the drawer', async ({
  couple: { ana, ben },
  arrive,
}) => {
  const phrase = ana.say('journal.thanks.phrases.two.first')
  await ana.open('')
  await ana.link('home.thanks').click()
  await ana.button('journal.thanks.phrases.two.first').click()
  await expect(ana.heading('journal.thanks.done.two')).toBeVisible()
  for (const person of [ana, ben]) {
    await person.open('/journal')
    await expect(person.page.getByText(phrase)).toHaveCount(1)
  }
  await ben.open('/journal/drawer')
  await expect(ben.heading('journal.doors.drawer.name')).toBeVisible()
  await expect(ben.page.getByText(phrase)).toHaveCount(0)

  const eve = await arrive('Eve')
  await eve.signUp()
  await eve.open('')
  await eve.link('home.thanks').click()
  await eve.button('journal.thanks.phrases.one.first').click()
  await expect(eve.heading('journal.thanks.done.one')).toBeVisible()
  await eve.link('journal.thanks.done.look.one').click()
  await expect(eve.page.getByText(eve.say('journal.thanks.phrases.one.first'))).toBeVisible()
})

test('a thank-you written without a connection waits, sealed, and goes out once', async ({ couple: { ana, ben } }) => {
  await ana.open('/thanks')
  await expect(ana.button('journal.thanks.phrases.two.second')).toBeVisible()
  await ana.page.route('**/api/journal/entries/*', (route) => route.abort())
  await ana.button('journal.thanks.phrases.two.second').click()
  await expect(ana.text('journal.thanks.done.waiting')).toBeVisible()
  await ana.page.unroute('**/api/journal/entries/*')
  const sent = ana.page.waitForResponse((response) => response.url().includes('/api/journal/entries/'))
  await ana.open('')
  expect((await sent).status()).toBe(200)
  await ben.open('/journal')
  await expect(ben.page.getByText(ana.say('journal.thanks.phrases.two.second'))).toHaveCount(1)
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
