import { openCheckIn, sayInWords } from '../fixtures/check-in.ts'
import { untilKept } from '../fixtures/offline.ts'
import { link, type Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const keepRecord = async (ana: Person, ben: Person) => {
  await openCheckIn(ana, ben)
  await ben.button('check-in.end.action').click()
  await ben.button('check-in.end.yes').click()
  for (const one of [ana, ben]) await expect(one.heading('check-in.ended.title')).toBeVisible()
  await ben.open('/journal')
  await expect(ben.text('journal.record.formats.first-ten')).toBeVisible()
}

const isUnlinked = (person: Person) => expect(person.heading('partnership.unlinked.title')).toBeVisible()

/** Everything this page says to the server or hears from it, from now on. */
function listenTo({ page }: Person): string[] {
  const heard: string[] = []
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  return heard
}

test('L3: one ends the link in the middle of a check-in; the other sees an end like any other', async ({
  couple: { ana, ben },
  arrive,
}) => {
  await keepRecord(ana, ben)
  await ben.keepPage('What I think of it all.')
  const heard = listenTo(ben)
  await openCheckIn(ana, ben)
  await sayInWords(ben, 'This is the last thing I say here.')

  await test.step('from the settings, with one page that can be skipped', async () => {
    await ana.open('/settings')
    await ana.link('partnership.unlink.now').click()
    await expect(ana.heading('partnership.unlink.beforeTitle')).toBeVisible()
    for (const key of ['stays', 'safe']) await expect(ana.heading(`partnership.unlink.${key}`)).toBeVisible()
    for (const answer of ['now', 'skip']) await expect(ana.button(`partnership.unlink.${answer}`)).toBeInViewport()
    await ana.button('partnership.unlink.skip').click()
    await expect(ana.heading('partnership.unlink.title')).toBeVisible()
    await ana.button('partnership.unlink.now').click()
    await isUnlinked(ana)
  })

  await test.step('the other is told that it ended for today, and nothing else', async () => {
    await expect(ben.heading('check-in.ended.title')).toBeVisible()
    expect(heard.join('')).not.toContain('poke')
    await ben.open('')
    await expect(ben.heading('home.noLonger')).toBeVisible()
    await ben.link('home.noLonger').click()
    await isUnlinked(ben)
  })

  await test.step('both read what they had kept together, and their own pages', async () => {
    for (const [one, other] of [
      [ana, ben],
      [ben, ana],
    ] as const) {
      await one.open('/partner')
      await one.link('partnership.partner.pastRead').click()
      await expect(one.heading('journal.archive.title', { name: other.name })).toBeVisible()
      await one.page
        .getByRole('link')
        .filter({ hasText: one.say('journal.record.formats.first-ten') })
        .click()
      await expect(one.heading('journal.record.formats.first-ten')).toBeVisible()
    }
    await ben.open('/journal/drawer')
    await expect(ben.page.getByText('What I think of it all.')).toBeVisible()
    await ana.open('/check-in')
    await expect(ana.heading('check-in.door.notLinked.title')).toBeVisible()
  })

  await test.step('told once', async () => {
    await ben.open('')
    await expect(ben.heading('home.alone')).toBeVisible()
  })

  await test.step('a link with somebody else begins from nothing', async () => {
    const eve = await arrive('Eve')
    await link(ana, eve)
    await ana.open('/journal')
    await expect(ana.text('journal.living.empty.title')).toBeVisible()
    await ana.open('/partner')
    await expect(ana.page.getByRole('heading', { name: eve.name })).toBeVisible()
    await ana.link('partnership.partner.pastRead').click()
    await expect(ana.text('journal.record.formats.first-ten')).toBeVisible()
    await ben.open('/partner')
    await isUnlinked(ben)
    await expect(ben.page.getByText(/\bEve\b/)).toBeHidden()
  })

  await test.step('nothing was complained about by either browser', async () => {
    // What needs a link is refused when there is none, and the browser logs every refusal.
    for (const { complaints } of [ana, ben]) expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
  })
})

test('L3: it needs no key: closed pages keep nobody in a link', async ({ couple: { ana, ben } }) => {
  await ana.open('/settings')
  await ana.button('account.settings.lockAction').click()
  await expect(ana.heading('home.locked')).toBeVisible()
  await ana.open('/settings')
  await ana.link('partnership.unlink.now').click()
  await ana.button('partnership.unlink.now').click()
  await isUnlinked(ana)
  await ben.page.reload()
  await ben.open('')
  await expect(ben.heading('home.noLonger')).toBeVisible()
})

test('L3: a link that the server brings back is not opened, and can be left again', async ({
  couple: { ana, ben },
}) => {
  const before = await ana.page.evaluate(() => fetch('/api/partnership').then((answer) => answer.json()))
  await ana.open('/partner/now')
  await ana.button('partnership.unlink.now').click()
  await isUnlinked(ana)
  await ana.open('')
  await expect(ana.heading('home.alone')).toBeVisible()
  await ana.page.route('**/api/partnership', (route) => route.fulfill({ json: before }))
  await ana.open('/partner')
  await expect(ana.heading('partnership.cameBack.title')).toBeVisible()
  await ana.link('partnership.unlink.now').click()
  await ana.button('partnership.unlink.now').click()
  await isUnlinked(ana)
  await ben.open('')
  await expect(ben.heading('home.noLonger')).toBeVisible()
})

test.describe('without a connection', () => {
  test.use({ serviceWorkers: 'allow' })

  test('L3 X6: what was read of a link that has ended is here, and what was not is said not to be', async ({
    couple: { ana, ben },
  }) => {
    await keepRecord(ana, ben)
    await ben.open('/partner/now')
    await ben.button('partnership.unlink.now').click()
    await isUnlinked(ben)
    await ana.open('/partner')
    await ana.link('partnership.partner.pastRead').click()
    const record = ana.page.getByRole('link').filter({ hasText: ana.say('journal.record.formats.first-ten') })
    await expect(record).toBeVisible()
    const archive = ana.page.url()
    for (const one of [ana, ben]) await untilKept(one)

    await ana.context.setOffline(true)
    await ana.page.reload()
    await expect(ana.heading('journal.archive.title', { name: 'Ben' })).toBeVisible()
    await expect(ana.text('journal.archive.offline')).toBeVisible()
    await record.click()
    await expect(ana.heading('journal.record.formats.first-ten')).toBeVisible()

    await ben.context.setOffline(true)
    await ben.page.goto(archive)
    await expect(ben.text('journal.archive.elsewhere')).toBeVisible()
    await ben.context.setOffline(false)
    await expect(ben.heading('journal.archive.title', { name: 'Ana' })).toBeVisible()
  })

  test('L3 X6: so is what was signed in it', async ({ couple: { ana, ben } }) => {
    await ben.open('/partner/now')
    await ben.button('partnership.unlink.now').click()
    await isUnlinked(ben)
    await ana.open('/partner')
    await ana.link('partnership.partner.pastRead').click()
    await ana.link('journal.archive.rules').click()
    const version = ana.page.getByText('Signed by both')
    await expect(version).toBeVisible()
    await untilKept(ana)

    await ana.context.setOffline(true)
    await ana.page.reload()
    await expect(version).toBeVisible()
    await ana.context.setOffline(false)
  })
})
