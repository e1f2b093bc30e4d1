import type { Page } from '@playwright/test'
import { isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { Front } from '../fixtures/front.ts'
import { untilKept } from '../fixtures/offline.ts'
import type { Person } from '../fixtures/person.ts'
import { watchTraffic } from '../fixtures/traffic.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test.use({ serviceWorkers: 'allow' })

/** By the clock of these tests the reader is in Spain. */
const FIRST_OF = { ES: '112', MX: '911', GB: '999', AU: '000', CL: '133', LV: '112' } as const

const dials = ({ page }: Pick<Person, 'page'>, number: string) => page.locator(`a[href="tel:${number}"]`)

/** Nothing that was begun before is still on its way. */
async function allIsQuiet(person: Person, front: Front): Promise<void> {
  await untilKept(person)
  await person.page.waitForLoadState('networkidle')
  front.asked.length = 0
}

/** What a page asks for beyond its own server. */
function watchElsewhere(page: Page, home: string): string[] {
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) elsewhere.push(request.url())
  })
  return elsewhere
}

async function chooseEveryCountry(person: Person): Promise<void> {
  const country = person.page.getByRole('combobox', { name: person.say('help.where') })
  await expect(country).toHaveValue('ES')
  for (const [code, number] of Object.entries(FIRST_OF)) {
    await country.selectOption(code)
    await expect(dials(person, number).first()).toBeVisible()
  }
  await country.selectOption({ label: person.say('help.elsewhere') })
  await expect(dials(person, '911')).toBeVisible()
}

for (const language of ['en', 'es'] as const) {
  test(`X2: in ${language}, opening the help lines and choosing a country sends nothing to anybody`, async ({
    arrive,
    house,
  }) => {
    const front = await Front.open(house.url)
    const ana = await arrive('Ana', { language })
    const elsewhere = watchElsewhere(ana.page, front.url)
    try {
      await ana.page.goto(`${front.url}/${language}`)
      await allIsQuiet(ana, front)
      await ana.link('common.helpLines').hover()
      await ana.link('common.helpLines').click()
      await expect(ana.page).toHaveURL(`${front.url}/${language}/help`)
      await expect(ana.heading('help.title')).toBeVisible()
      await expect(ana.text('help.sendsNothing')).toBeVisible()
      await chooseEveryCountry(ana)
      await ana.text('help.sources').click()
      await ana.page.waitForLoadState('networkidle')
      expect(front.asked).toEqual([])

      await test.step('any other page does ask', async () => {
        await ana.link('help.quickExit').click()
        await expect(ana.heading('device.quickExit.title')).toBeVisible()
        expect(front.asked.join(' ')).toContain('/quick-exit')
      })
      expect(elsewhere).toEqual([])
      expect(ana.complaints).toEqual([])
    } finally {
      await front.close()
    }
  })
}

test('X2: somebody who is signed in opens them from home just as unseen', async ({ arrive, house }) => {
  const front = await Front.open(house.url)
  const ana = await arrive('Ana')
  try {
    await ana.page.goto(`${front.url}/en/sign-up`)
    await ana.answerSignUp()
    await ana.button('account.sheet.saved').click()
    await ana.page.goto(`${front.url}/en`)
    await expect(ana.link('home.write')).toBeVisible()
    await allIsQuiet(ana, front)
    await ana.link('common.helpLines').click()
    await expect(ana.text('help.sendsNothing')).toBeVisible()
    await chooseEveryCountry(ana)
    expect(front.asked).toEqual([])
  } finally {
    await front.close()
  }
})

test('X2: by its address, a browser only looks for a newer version, as on every page; before it keeps any, that is said', async ({
  arrive,
  house,
}) => {
  const front = await Front.open(house.url)
  const ana = await arrive('Ana')
  try {
    await ana.page.goto(`${front.url}/en/help`)
    await expect(ana.text('help.wasAsked')).toBeVisible()
    await allIsQuiet(ana, front)
    await ana.page.reload()
    await expect(ana.text('help.sendsNothing')).toBeVisible()
    await ana.page.waitForLoadState('networkidle')
    expect(front.asked.filter((path) => path !== '/sw.js')).toEqual([])
  } finally {
    await front.close()
  }
})

test('X2: without a network they are there, in the other language too; what was chosen is not kept', async ({
  arrive,
}) => {
  const ana = await arrive('Ana', { viewport: { width: 320, height: 640 } })
  await ana.open('')
  await untilKept(ana)
  await ana.context.setOffline(true)
  await ana.link('common.helpLines').click()
  await expect(ana.heading('help.title')).toBeVisible()
  await ana.page.getByRole('combobox').selectOption('PE')
  await expect(dials(ana, '100')).toBeVisible()
  await ana.page.getByRole('link', { name: 'Español', exact: true }).click()
  await expect(ana.page.getByRole('heading', { name: 'Si alguien te asusta' })).toBeVisible()
  await expect(ana.page.getByRole('combobox')).toHaveValue('ES')
  for (const reach of await ana.page.locator('a[href^="tel:"], a[href^="sms:"]').all())
    expect((await reach.boundingBox())?.height).toBeGreaterThanOrEqual(64)
  await ana.page.getByRole('combobox').selectOption('US')
  await expect(ana.page.locator('a[href="sms:88788?&body=START"]')).toBeVisible()
  const kept = await ana.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie)
  expect(kept).not.toMatch(/US|PE|help/)
})

test('P6 X2: they open inside the paused screen, without a network too, and what was paused still is', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await untilKept(ana)
  await ana.button('check-in.pause.action').click()
  for (const person of [ana, ben]) await isPaused(person)
  const address = ana.page.url()
  const traffic = watchTraffic(ana.page)
  for (const network of ['with', 'without'] as const) {
    await test.step(`${network} a network`, async () => {
      if (network === 'without') await ana.context.setOffline(true)
      await ana.button('calm.tools.help').click()
      await expect(ana.heading('calm.tools.help')).toBeFocused()
      await expect(ana.text('help.here')).toBeVisible()
      await chooseEveryCountry(ana)
      await expect(ana.button('common.quickExit')).toBeVisible()
      expect(ana.page.url()).toBe(address)
      if (network === 'with') expect(traffic.sent()).toEqual([])
      if (network === 'with') await ana.button('calm.back').click()
      else await ana.page.goBack()
      await isPaused(ana)
      await expect(ana.button('calm.tools.help')).toBeFocused()
    })
  }
  await isPaused(ben)
})

test('X1 X2: the quick exit is on it as on every page, and the title gives nothing away', async ({ arrive }) => {
  for (const leave of ['button', 'keys'] as const) {
    const ana = await arrive('Ana')
    await ana.context.route('https://*.wikipedia.org/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Bread</title><h1>Bread</h1>' }),
    )
    await ana.open('/help')
    await expect(ana.page).toHaveTitle(`${ana.say('help.titles.help')} · Turnstone`)
    if (leave === 'button') await ana.button('common.quickExit').click()
    else for (let press = 0; press < 3; press += 1) await ana.page.keyboard.press('Shift')
    await expect(ana.page.getByRole('heading', { name: 'Bread' })).toBeVisible()
  }
})
