import { hasTheStone, isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { Front } from '../fixtures/front.ts'
import { keptFiles, untilKept } from '../fixtures/offline.ts'
import { PASSWORD } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test.use({ serviceWorkers: 'allow' })

test('X6 J5: without a network the app opens, a page can be written, and it arrives later', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await ana.keepPage('Written with a connection.')
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText('Written with a connection.')).toBeVisible()
  await untilKept(ana)

  await ana.context.setOffline(true)
  await ana.open('')
  await expect(ana.link('home.write')).toBeVisible()
  await test.step('from page to page, and after a reload', async () => {
    await ana.link('home.write').click()
    await ana.field('journal.write.label').fill('Written without one.')
    await ana.button('journal.write.keep').click()
    await expect(ana.text('journal.write.kept.waiting')).toBeVisible()
    await ana.open('/journal/drawer')
    await ana.page.reload()
    await expect(ana.page.getByText('Written with a connection.')).toBeVisible()
    await expect(ana.page.getByText('Written without one.')).toBeVisible()
  })
  await test.step('closed and opened again with the password', async () => {
    await ana.open('/settings')
    await ana.button('account.settings.lockAction').click()
    await expect(ana.text('home.locked')).toBeVisible()
    await ana.open('/journal/drawer')
    await ana.page.getByLabel(ana.say('account.unlock.password'), { exact: true }).fill(PASSWORD)
    await ana.button('account.unlock.submit').click()
    await expect(ana.page.getByText('Written without one.')).toBeVisible()
  })
  await test.step('an address that is not kept, and one without a language', async () => {
    await ana.open('/no-such-page')
    await expect(ana.heading('device.offline.title')).toBeVisible()
    await ana.page.goto(new URL('/', ana.page.url()).href)
    await expect(ana.link('home.write')).toBeVisible()
  })

  const arrived = ana.page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().includes('/api/journal/entries/'),
  )
  await ana.context.setOffline(false)
  expect((await arrived).status()).toBe(200)
})

test('X6: a page that came past its worker is served by it all the same', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.open('/help')
  await untilKept(ana)
  const browser = await ana.context.newCDPSession(ana.page)
  await Promise.all([ana.page.waitForEvent('load'), browser.send('Page.reload', { ignoreCache: true })])
  await expect.poll(() => ana.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true)
  await ana.context.setOffline(true)
  await ana.page.reload()
  await expect(ana.page.getByRole('combobox')).toBeVisible()
})

test('X6 J2: without a network what the two of them keep is still read, and home stays a home', async ({
  couple: { ana, ben },
}) => {
  await ben.open('/thanks')
  await ben.button('journal.thanks.phrases.two.first').click()
  await expect(ben.heading('journal.thanks.done.two')).toBeVisible()
  const thanked = ana.page.getByText(ana.say('journal.thanks.phrases.two.first'))
  await ana.open('/journal')
  await expect(thanked).toBeVisible()
  await untilKept(ana)

  await ana.context.setOffline(true)
  await ana.page.reload()
  await expect(thanked).toBeVisible()
  await expect(ana.text('journal.offline')).toBeVisible()
  await ana.open('')
  await expect(ana.button('home.pause.action')).toBeVisible()
  await expect(ana.heading('home.next.unsaid', { name: ben.name })).toBeVisible()
})

test('P1 X6: pause pressed at home without a network stops this device at once, over a reload, and both when there is one', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await untilKept(ana)
  await ana.open('')
  await expect(ana.button('home.pause.action')).toBeVisible()
  await ana.context.setOffline(true)
  await ana.button('home.pause.action').click()
  await expect(ana.heading('check-in.paused.title')).toBeVisible()
  await ana.page.reload()
  await expect(ana.heading('check-in.paused.title')).toBeVisible()
  await ana.context.setOffline(false)
  await expect(ben.heading('check-in.paused.title')).toBeVisible()
})

test('X6: with the server away the app opens, and the quick exit still leads somewhere harmless', async ({
  arrive,
  house,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await untilKept(ana)
  await house.kill()
  await ana.open('/journal/write')
  await expect(ana.field('journal.write.label')).toBeVisible()
  await ana.context.setOffline(true)
  await ana.button('common.quickExit').click()
  await expect(ana.page).toHaveURL(/\/measures\/en\.html$/)
  await expect(ana.page.getByRole('heading', { name: 'Kitchen measures' })).toBeVisible()
  await ana.page.evaluate(() => void setTimeout(() => history.back()))
  await expect(ana.page.getByRole('heading', { name: 'Kitchen measures' })).toBeVisible()
})

test('X6: what the browser keeps is what the build made, and nothing of anybody', async ({ couple: { ana, ben } }) => {
  await ana.keepPage('A sentence nobody else may find.')
  await openCheckIn(ana, ben)
  await untilKept(ana)
  const kept = await keptFiles(ana)
  const script = await (await ana.page.request.get(new URL('/sw.js', ana.page.url()).href)).text()
  const listed = JSON.parse(/JSON\.parse\('(.*)'\)/.exec(script)?.[1] ?? '') as Record<string, string[]>
  const { pages = [], files = [], unseen = [] } = listed
  const forRouter = unseen.map((page) => `${page}.rsc`)
  expect(kept.map(({ url }) => url).sort()).toEqual([...pages, ...files, ...forRouter].sort())
  for (const { url, body, headers } of kept) {
    expect([url, headers['set-cookie']]).toEqual([url, undefined])
    for (const personal of [ana.email, ben.email, ben.name, 'A sentence nobody else may find.'])
      expect([url, body.includes(personal)]).toEqual([url, false])
  }
})

test('X6: a check-in that loses its connection waits, also after a reload, and goes on', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await untilKept(ana)
  await hasTheStone(ana, ben)
  await ana.context.setOffline(true)
  await expect(ana.text('check-in.floor.held')).toBeVisible()
  await ana.page.reload()
  await expect(ana.page.getByText(ana.say('check-in.floor.held')).first()).toBeVisible()
  await ana.context.setOffline(false)
  await hasTheStone(ana, ben)
})

test('X6: a newer build waits, says so, and comes when somebody wants it; older pages go on', async ({
  arrive,
  house,
}) => {
  const front = await Front.open(house.url)
  const ana = await arrive('Ana')
  const build = () => ana.page.locator('meta[name=turnstone-build]').getAttribute('content')
  try {
    await ana.page.goto(`${front.url}/en/sign-up`)
    await ana.answerSignUp()
    await ana.button('account.sheet.saved').click()
    await untilKept(ana)
    const other = await ana.context.newPage()
    await other.goto(`${front.url}/en/who-sees-what`)
    await ana.page.goto(`${front.url}/en/journal/write`)
    await ana.field('journal.write.label').fill('Half a thought')
    const old = await build()
    const oldFile = (await ana.page.locator('script[src*="/chunks/"]').first().getAttribute('src')) ?? ''

    front.upgrade()
    await test.step('it waits, and says so', async () => {
      await ana.page.evaluate(async () => (await navigator.serviceWorker.ready).update())
      await expect(ana.text('common.newer.text')).toBeVisible()
      expect(await build()).toBe(old)
      await expect(ana.field('journal.write.label')).toHaveValue('Half a thought')
    })
    await test.step('used in one tab, nothing is lost there', async () => {
      await ana.button('common.newer.use').click()
      await expect(ana.page.locator('meta[name=turnstone-build]')).toHaveAttribute('content', '1')
      await expect(ana.field('journal.write.label')).toHaveValue('Half a thought')
      await expect(ana.text('common.newer.text')).toBeHidden()
    })
    await test.step('the other tab stays as it is, and still gets the files of its build, which the server has no more', async () => {
      expect(await other.locator('meta[name=turnstone-build]').getAttribute('content')).toBe(old)
      expect((await ana.page.request.get(front.url + oldFile)).status()).toBe(404)
      expect(await other.evaluate(async (file) => (await fetch(file)).status, oldFile)).toBe(200)
    })
    await test.step('a page that is of the newest build already takes it without asking', async () => {
      front.upgrade()
      await other.goto(`${front.url}/en/who-sees-what`)
      await other.evaluate(async () => {
        const { update } = await navigator.serviceWorker.ready.then((ready) => ({ update: () => ready.update() }))
        const taken = new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve))
        await update()
        await taken
      })
      await expect(other.getByText(ana.say('common.newer.text'))).toBeHidden()
    })
    await test.step('without network, it is the newest that opens', async () => {
      await ana.context.setOffline(true)
      await ana.page.goto(`${front.url}/en`)
      await expect(ana.link('home.write')).toBeVisible()
      expect(await build()).toBe('2')
      expect(await ana.page.evaluate(async () => (await caches.keys()).length)).toBe(2)
    })
  } finally {
    await front.close()
  }
})

test('P4 X6: on a phone without data a pause opens from the phone itself, with its card, a message to send and the help lines, and arrives once', async ({
  couple: { ana, ben },
}) => {
  await ana.open('')
  await expect(ana.button('home.pause.action')).toBeVisible()
  await untilKept(ana)
  await ben.open('/check-in')
  await expect(ben.button('check-in.willing.yes')).toBeVisible()
  await ana.context.setOffline(true)
  await ana.open('/pause')
  await isPaused(ana)
  await expect(ana.text('check-in.paused.unconfirmed')).toBeVisible()

  await test.step('what can be shown, sent and called without data', async () => {
    const message = ana.page.locator('a[href^="sms:"]')
    const href = (await message.getAttribute('href')) ?? ''
    expect(decodeURIComponent(href)).toMatch(/^sms:\?&body=Pause\. Back at .+\d+:\d\d\.$/)
    await ana.button('common.card.show').click()
    await expect(ana.page.getByText(/^Pause\.\sBack at .*\d+:\d\d\.$/)).toBeInViewport({ ratio: 1 })
    await ana.button('common.card.back').click()
    await ana.button('calm.tools.help').click()
    await expect(ana.page.locator('a[href^="tel:"]').first()).toBeVisible()
    await ana.button('calm.back').click()
  })
  await test.step('a reload without a network is the same pause', async () => {
    await ana.page.reload()
    await isPaused(ana)
  })

  await ana.context.setOffline(false)
  await isPaused(ben)
  await expect(ana.text('check-in.paused.set')).toBeVisible()
  const { snapshot } = (await (await ben.page.request.get(new URL('/api/check-in', ben.page.url()).href)).json()) as {
    snapshot: { phase: { kind: string; freezeEpoch: number } }
  }
  expect(snapshot.phase).toMatchObject({ kind: 'frozen', freezeEpoch: 1 })
})
