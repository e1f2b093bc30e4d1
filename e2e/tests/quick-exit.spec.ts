import { hasTheStone, isPaused, openCheckIn, sayInWords } from '../fixtures/check-in.ts'
import { PASSWORD, type Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const BREAD = 'https://en.wikipedia.org/wiki/Bread'

/** The world outside, as far as these tests need it. */
async function bringEncyclopedia({ context }: Person): Promise<void> {
  await context.route('https://*.wikipedia.org/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Bread</title><h1>Bread</h1>' }),
  )
}

const isAway = ({ page }: Pick<Person, 'page'>) => expect(page).toHaveURL(BREAD)

async function openPages(person: Person): Promise<void> {
  await person.page.getByLabel(person.say('account.unlock.password'), { exact: true }).fill(PASSWORD)
  await person.button('account.unlock.submit').click()
}

test('X1: one press leaves every tab, the pages are closed, and the back button does not lead here', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await bringEncyclopedia(ana)
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await ana.keepPage('Nobody else.')
  await ana.open('/journal/drawer')
  await expect(ana.text('common.quickExit')).toBeVisible()
  await ana.open('/settings')
  await ana.link('common.home').click()
  await expect(ana.link('home.write')).toBeVisible()
  const second = await ana.context.newPage()
  await second.goto(ana.page.url())
  await expect(second.getByRole('link', { name: ana.say('home.write'), exact: true })).toBeVisible()

  await ana.button('common.quickExit').click()
  await isAway(ana)
  await isAway({ page: second })
  await test.step('back, as often as one likes', async () => {
    const shown: string[] = []
    ana.page.on('framenavigated', async (frame) => shown.push(frame.url()))
    for (let press = 0; press < 4; press += 1) {
      await ana.page.evaluate(() => void setTimeout(() => history.back()))
      await isAway(ana)
      await expect(ana.page.getByRole('heading', { name: 'Bread' })).toBeVisible()
    }
    expect(shown.length).toBeGreaterThan(0)
  })
  await test.step('on purpose, the app is there, and closed', async () => {
    await ana.open('')
    await expect(ana.text('home.locked')).toBeVisible()
    await ana.open('/journal/drawer')
    await expect(ana.page.getByText('Nobody else.')).toBeHidden()
    await openPages(ana)
    await expect(ana.page.getByText('Nobody else.')).toBeVisible()
  })
})

test('X1: Shift three times alone does the same, also from a field; writing capital letters does not', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await bringEncyclopedia(ana)
  await ana.open('/sign-up')
  const name = ana.page.getByLabel(ana.say('account.signUp.name'), { exact: true })
  await name.click()
  for (const letter of 'ANA MARIA') await ana.page.keyboard.press(`Shift+${letter}`)
  await expect(name).toHaveValue('ANA MARIA')
  for (let press = 0; press < 3; press += 1) await ana.page.keyboard.press('Shift')
  await isAway(ana)
})

test('X1: during a check-in nothing ends and nothing is paused; the same room is there again', async ({
  couple: { ana, ben },
}) => {
  await bringEncyclopedia(ana)
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  await sayInWords(ana, 'What I said before.')
  await expect(ben.page.getByText('What I said before.')).toBeVisible()
  await ana.button('common.quickExit').click()
  await isAway(ana)
  await expect(ben.text('check-in.floor.clockWaits')).toBeVisible()
  await expect(ben.button('check-in.pause.action')).toBeVisible()
  await expect(ben.heading('check-in.paused.title')).toBeHidden()

  await ana.open('/unlock')
  await openPages(ana)
  await ana.open('/check-in')
  await hasTheStone(ana, ben)
  await expect(ben.text('check-in.floor.clockWaits')).toBeHidden()
  await ana.button('check-in.pause.action').click()
  await isPaused(ben)
})

test('X1: on the paused screen the button and Shift three times leave; the pause stays for both', async ({
  couple: { ana, ben },
}) => {
  for (const person of [ana, ben]) await bringEncyclopedia(person)
  await openCheckIn(ana, ben)
  await ana.button('check-in.pause.action').click()
  for (const person of [ana, ben]) await isPaused(person)
  await ana.button('common.quickExit').click()
  await isAway(ana)
  await isPaused(ben)
  await ana.open('/check-in')
  await isPaused(ana)

  for (let press = 0; press < 3; press += 1) await ben.page.keyboard.press('Shift')
  await isAway(ben)
  await isPaused(ana)
  await ben.open('/check-in')
  await isPaused(ben)
})

test('X1: a page says what it hides and what it does not, in both languages', async ({ arrive }) => {
  for (const language of ['en', 'es'] as const) {
    const ana = await arrive('Ana', { language })
    await ana.open('/quick-exit')
    await expect(ana.heading('device.quickExit.doesNot')).toBeVisible()
    await expect(ana.text('device.quickExit.history')).toBeVisible()
    const corner = await ana.button('common.quickExit').boundingBox()
    await ana.open('/who-sees-what')
    expect(await ana.button('common.quickExit').boundingBox()).toEqual(corner)
    await ana.open('/there-is-no-such-page')
    await expect(ana.page.getByRole('button')).toBeVisible()
  }
})
