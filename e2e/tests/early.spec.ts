import { holdBack } from '../fixtures/line.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** The page is there, and these are still on their way. */
const SCRIPTS = '**/_next/static/chunks/**/*.js'

/** Resolves when something of it can be seen. */
async function openEarly(person: Person, address: string): Promise<void> {
  await person.page.goto(address, { waitUntil: 'commit' })
  await expect(person.button('common.quickExit')).toBeVisible()
}

test('X1: the quick exit leaves before the page’s scripts are there, other tabs too', async ({ arrive, house }) => {
  const ana = await arrive('Ana')
  await ana.context.route('https://*.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Bread</title><h1>Bread</h1>' }),
  )
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await expect(ana.text('home.alone')).toBeVisible()
  const second = await ana.context.newPage()
  await second.goto(`${house.url}/en/settings`)
  await expect(second.getByText(ana.say('account.settings.lockAction'), { exact: true })).toBeVisible()

  await holdBack(ana.page, SCRIPTS)
  await openEarly(ana, `${house.url}/en/sign-in`)
  await ana.button('common.quickExit').click()
  for (const page of [ana.page, second]) await expect(page).toHaveURL('https://en.wikipedia.org/wiki/Bread')
  await second.goto(`${house.url}/en`)
  await expect(second.getByText(ana.say('home.locked'))).toBeVisible()
})

test('X5: what is pressed before the page’s scripts are there counts when they are, and nothing is lost', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  const ben = await arrive('Ben', { language: 'es' })
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  const address = await ana.invite()
  const letThrough = await holdBack(ben.page, SCRIPTS)
  await openEarly(ben, address)
  await ben.page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(ben.page.locator('html')).toHaveAttribute('lang', 'es')
  letThrough()
  await expect(ben.page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(ben.page.getByText(ana.say('partnership.ask.asks', { name: 'Ana' }))).toBeVisible()
})

test('X5: an answer typed before the page’s scripts are there is taken as it was given', async ({ arrive, house }) => {
  const ana = await arrive('Ana')
  const letThrough = await holdBack(ana.page, SCRIPTS)
  await openEarly(ana, `${house.url}/en/sign-up`)
  await ana.page.getByLabel(ana.say('account.signUp.name'), { exact: true }).fill('Ana')
  await ana.button('common.continue').click()
  letThrough()
  await expect(ana.page.getByLabel(ana.say('account.signUp.email'), { exact: true })).toBeVisible()
})
