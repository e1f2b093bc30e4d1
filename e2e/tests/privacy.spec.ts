import { expect, test } from '../fixtures/two-partners.ts'

test('a private page is nobody else’s: the partner finds no trace of it', async ({ couple: { ana, ben } }) => {
  await ana.keepPage('What I only tell this page.')
  await ana.open('/journal/drawer')
  const page = ana.page.getByRole('link', { name: /What I only tell this page/ })
  await expect(page).toBeVisible()
  const entryId = new URL((await page.getAttribute('href')) ?? '', ana.page.url()).searchParams.get('entry')
  expect(entryId).toMatch(/^[0-9a-f-]{36}$/)

  const asBen = (path: string) => ben.page.request.get(new URL(path, ben.page.url()).href)
  expect((await asBen(`/api/journal/entries/${entryId}`)).status()).toBe(404)
  for (const room of ['drawer', 'living']) {
    expect(await (await asBen(`/api/journal/entries?room=${room}`)).json()).toEqual({ entries: [], more: false })
  }
  await ben.open('/journal/drawer')
  await expect(ben.text('journal.drawer.empty.title')).toBeVisible()
  await ben.open(`/journal/read?entry=${entryId}&room=drawer`)
  await expect(ben.text('journal.page.missing.title')).toBeVisible()
})

test('a page written without a connection is kept, and sent when there is one', async ({ couple: { ana } }) => {
  await ana.open('/journal/write')
  await ana.field('journal.write.label').fill('Written in a tunnel.')
  await ana.context.setOffline(true)
  await ana.button('journal.write.keep').click()
  await expect(ana.text('journal.page.waiting')).toBeVisible()
  await ana.context.setOffline(false)
  await expect(ana.text('journal.page.waiting')).toBeHidden()
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText('Written in a tunnel.')).toBeVisible()
})

for (const path of ['/sign-in', '/sign-up']) {
  test(`what is typed before the page is awake goes nowhere: ${path}`, async ({ arrive }) => {
    const ana = await arrive('Ana', { javaScriptEnabled: false })
    await ana.open(path)
    const address = ana.page.url()
    const fields = ana.page.getByRole('textbox').or(ana.page.locator('input[type=password]'))
    for (const field of await fields.all()) await field.fill('typed too early')
    for (const form of await ana.page.locator('form').all()) await expect(form).toHaveAttribute('method', 'post')
    const sent: string[] = []
    ana.page.on('request', (request) => sent.push(request.url()))
    // The browser says so when it keeps a form from being sent: after that nothing is left to wait for.
    const kept = ana.page.waitForEvent('console', (message) => message.text().includes('form-action'))
    const left = ana.page.waitForEvent('request')
    await fields.last().press('Enter', { noWaitAfter: true })
    await Promise.any([kept, left])
    expect(sent).toEqual([])
    // Asked of the browser itself: Playwright goes on waiting for the page that the form was kept from.
    const browser = await ana.context.newCDPSession(ana.page)
    const { currentIndex, entries } = await browser.send('Page.getNavigationHistory')
    expect(entries[currentIndex]?.url).toBe(address)
    expect(JSON.stringify(entries)).not.toContain('too early')
  })
}
