import type { CDPSession } from '@playwright/test'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const PATHS = [
  '',
  '/link',
  '/agreement',
  '/check-in',
  '/journal',
  '/journal/drawer',
  '/journal/write',
  '/settings',
  '/recovery-sheet',
  '/who-sees-what',
  '/quick-exit',
  '/help',
  '/sign-in',
  '/invite',
]

const chrome = ({ context, page }: Person): Promise<CDPSession> => context.newCDPSession(page)

/** What the browser keeps of this tab: the titles of every page in it. */
async function titlesInHistory(person: Person): Promise<string[]> {
  const { entries } = await (await chrome(person)).send('Page.getNavigationHistory')
  return entries.filter(({ url }) => url.startsWith('http')).map(({ title }) => title)
}

/** The app as the browser would put it on a home screen. Throws when it would not. */
async function installable(person: Person) {
  const session = await chrome(person)
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
  // A browser under test never offers installing in a private context; everything else must be in order.
  const errors = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')
  expect(errors).toEqual([])
  const { data = '', errors: parsing } = await session.send('Page.getAppManifest')
  expect(parsing).toEqual([])
  return JSON.parse(data) as {
    name: string
    start_url: string
    icons: { src: string; sizes: string; purpose: string }[]
  }
}

test('X1: no title ever names anybody; as plain notes, every title, icon and name is plain', async ({ couple }) => {
  const { ana, ben } = couple
  const visit = async () => {
    const titles: string[] = []
    for (const path of PATHS) {
      await ana.open(path)
      await ana.page.waitForLoadState('networkidle')
      titles.push(await ana.page.title())
    }
    return titles
  }
  // The sheet is the one page that gets printed, and a browser prints the title and calls the file by it.
  const sheet = ana.say('account.titles.sheet')
  for (const title of await visit()) {
    if (title !== sheet) expect(title).toMatch(/Turnstone/)
    for (const { name, email } of [ana, ben]) expect(title).not.toMatch(new RegExp(`${name}|${email}`, 'i'))
  }
  expect((await installable(ana)).name).toBe('Turnstone')

  await ana.open('/settings')
  const plain = ana.page.getByRole('radio', { name: ana.say('device.look.notes') })
  await Promise.all([ana.page.waitForEvent('load'), plain.check({ force: true })])
  await expect(plain).toBeChecked()
  const before = (await titlesInHistory(ana)).length
  expect(new Set(await visit())).toEqual(new Set(['Notes']))
  expect(new Set((await titlesInHistory(ana)).slice(before))).toEqual(new Set(['Notes']))
  await test.step('also after going from page to page, and in what is written on top of each', async () => {
    await ana.open('')
    await ana.link('home.settings').click()
    await expect(ana.heading('account.settings.title')).toBeVisible()
    await expect(ana.page).toHaveTitle('Notes')
    await expect(ana.page.getByText('Turnstone', { exact: true }).first()).toBeHidden()
    await expect(ana.page.getByRole('link', { name: 'Notes', exact: true })).toBeVisible()
  })
  const { name, icons } = await installable(ana)
  expect(name).toBe('Notes')
  expect(JSON.stringify(icons)).not.toContain('turnstone')
  expect(await ana.page.locator('link[rel=icon]').getAttribute('href')).toBe('/icons/notes.svg')
})

test('X6: it can be put on a home screen, in either language, with icons of the sizes it says', async ({
  arrive,
  house,
}) => {
  for (const language of ['en', 'es'] as const) {
    const ana = await arrive('Ana', { language })
    await ana.open('')
    const { start_url, icons } = await installable(ana)
    expect(start_url).toBe(`/${language}`)
    expect(icons.filter(({ purpose }) => purpose === 'maskable')).toHaveLength(2)
    const apple = await ana.page.locator('link[rel=apple-touch-icon]').getAttribute('href')
    for (const { src, sizes } of [...icons, { src: apple ?? '', sizes: '180x180' }]) {
      const png = await (await ana.page.request.get(house.url + src)).body()
      // The size as a PNG itself has it, right after its signature and the name of its first chunk.
      expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes])
    }
  }
})
