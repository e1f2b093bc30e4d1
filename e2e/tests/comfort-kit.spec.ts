import { isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { untilKept } from '../fixtures/offline.ts'
import type { Person } from '../fixtures/person.ts'
import { canary, filesWith, shapesOf } from '../fixtures/sweep.ts'
import { watchTraffic } from '../fixtures/traffic.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test.use({ serviceWorkers: 'allow' })

const PHONE = { width: 390, height: 844 }
const NUMBER = '+34 600 98 73 21'

async function putIn(person: Person, part: 'words' | 'links' | 'people', fields: Record<string, string>) {
  for (const [field, value] of Object.entries(fields)) await person.field(`kit.${part}.${field}`).fill(value)
  await person.button(`kit.${part}.add`).click()
  for (const field of Object.keys(fields)) await expect(person.field(`kit.${part}.${field}`)).toHaveValue('')
}

async function hasItAll(person: Person, typed: { words: string; link: string; site: string; name: string }) {
  await person.button('calm.tools.kit').click()
  await expect(person.heading('calm.tools.kit')).toBeFocused()
  await expect(person.page.getByText(typed.words)).toBeVisible()
  const link = person.page.getByRole('link', { name: typed.link })
  await expect(link).toHaveAttribute('href', `https://${typed.site}.example/song`)
  await expect(link).toHaveAttribute('rel', 'noreferrer')
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(person.text('kit.here.network')).toBeVisible()
  await expect(person.page.getByText(typed.name)).toHaveCount(0)
  await person.button('calm.back').click()
  await person.button('calm.tools.people').click()
  await expect(person.link('kit.people.call', { name: typed.name })).toHaveAttribute('href', 'tel:+34600987321')
  await expect(person.link('kit.people.text', { name: typed.name })).toHaveAttribute('href', 'sms:+34600987321')
  for (const way of ['call', 'text'])
    expect((await person.link(`kit.people.${way}`, { name: typed.name }).boundingBox())?.height).toBeGreaterThanOrEqual(
      64,
    )
  await person.button('calm.back').click()
}

/** What the server has of somebody, as it gives it to them. */
async function rowsOf({ page }: Person): Promise<Record<string, number>> {
  const { sealed } = (await (await page.request.get(new URL('/api/account', page.url()).href)).json()) as {
    sealed: { kind: string; sealed: string }[]
  }
  return Object.fromEntries(sealed.map((row) => [row.kind, Buffer.from(row.sealed, 'base64url').length]))
}

test('P6: what was prepared in calm is a touch away while paused, without a network, on one’s other device too; the partner finds no trace', async ({
  house,
  arrive,
  meet,
}) => {
  const typed = { words: canary('words'), link: canary('link'), site: canary('site'), name: canary('name') }
  const { ana, ben } = await meet()
  await ana.page.setViewportSize(PHONE)

  await test.step('prepared from home', async () => {
    await ana.open('')
    await ana.link('home.kit').click()
    await putIn(ana, 'words', { label: typed.words })
    await expect.poll(async () => (await rowsOf(ana)).kit).toBe(4_295)
    await ana.field('kit.links.address').fill('javascript:alert(1)')
    await ana.button('kit.links.add').click()
    await expect(ana.text('kit.links.wrong')).toBeVisible()
    await putIn(ana, 'links', { name: typed.link, address: `${typed.site}.example/song` })
    await putIn(ana, 'people', { name: typed.name, number: NUMBER })
    await expect(ana.text('kit.unsent.waiting')).toBeHidden()
    expect((await rowsOf(ana)).kit).toBe(4_295)
  })

  await test.step('paused with the network cut', async () => {
    await openCheckIn(ana, ben)
    await untilKept(ana)
    await ana.context.setOffline(true)
    await ana.button('check-in.pause.action').click()
    await isPaused(ana)
    await hasItAll(ana, typed)
    await ana.page.setViewportSize({ width: 320, height: 640 })
    for (const tool of ['kit', 'people']) {
      await ana.button(`calm.tools.${tool}`).click()
      expect(await ana.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      await ana.button('calm.back').click()
    }
    await ana.context.setOffline(false)
    await isPaused(ben)
  })

  await test.step('the other device has it with the account, and asks for nothing when it is wanted', async () => {
    const laptop = await arrive('Ana')
    await laptop.moveIn(ana.account)
    await laptop.open('/check-in')
    await isPaused(laptop)
    await laptop.page.waitForLoadState('networkidle')
    const traffic = watchTraffic(laptop.page)
    await hasItAll(laptop, typed)
    // Whatever is kept for oneself comes with the account.
    expect(traffic.sent().filter((asked) => asked.includes('/api/account'))).toEqual([])
  })

  await test.step('the partner, on their screen and on the server', async () => {
    expect(await rowsOf(ben)).not.toHaveProperty('kit')
    for (const text of Object.values(typed)) await expect(ben.page.getByText(text)).toHaveCount(0)
    await ben.button('calm.tools.kit').click()
    await expect(ben.text('kit.here.empty')).toBeVisible()
    await house.stop()
    expect(filesWith(house.folder, ana.email, false).length).toBeGreaterThan(0)
    for (const [where, text] of Object.entries({ ...typed, number: NUMBER, dialled: '34600987321' })) {
      for (const [shape, bytes] of Object.entries(shapesOf(text))) {
        const isBinary = shape === 'utf-16'
        expect([where, shape, filesWith(house.folder, bytes, isBinary)]).toEqual([where, shape, []])
        if (!isBinary) expect(house.log).not.toContain(bytes)
      }
    }
  })
})

test('P6 J5: put in without a network on one device and with one on another, nothing is lost', async ({
  arrive,
  couple: { ana },
}) => {
  const laptop = await arrive('Ana')
  await laptop.moveIn(ana.account)
  for (const device of [ana, laptop]) await device.open('/kit')
  await expect(ana.text('kit.words.empty')).toBeVisible()
  await ana.context.setOffline(true)
  await putIn(ana, 'words', { label: 'From the phone.' })
  await expect(ana.text('kit.unsent.waiting')).toBeVisible()
  await putIn(laptop, 'words', { label: 'From the laptop.' })
  await ana.context.setOffline(false)
  await expect(ana.text('kit.unsent.waiting')).toBeHidden()
  await laptop.page.reload()
  for (const device of [ana, laptop])
    for (const text of ['From the phone.', 'From the laptop.']) await expect(device.page.getByText(text)).toBeVisible()
  await laptop.button('kit.removeThis', { what: 'From the phone.' }).click()
  await expect(laptop.page.getByText('From the phone.')).toBeHidden()
})

test('P6: the browser’s way back leads out of what is open, and stays with the pause', async ({
  couple: { ana, ben },
}) => {
  await ana.open('')
  await openCheckIn(ana, ben)
  const address = ana.page.url()
  await ana.button('check-in.pause.action').click()
  await isPaused(ana)
  for (const tool of ['breathing', 'kit', 'people', 'help', 'cards']) {
    await ana.button(`calm.tools.${tool}`).click()
    await expect(ana.heading(`calm.tools.${tool}`)).toBeFocused()
    await ana.page.goBack()
    await expect(ana.button(`calm.tools.${tool}`)).toBeFocused()
    await isPaused(ana)
  }
  // One after the other, faster than a browser goes back.
  for (const tool of ['breathing', 'grounding', 'people']) {
    await ana.button(`calm.tools.${tool}`).click()
    await ana.button('calm.back').click()
  }
  await ana.button('calm.tools.kit').click()
  await expect(ana.heading('calm.tools.kit')).toBeFocused()
  await ana.page.keyboard.press('Escape')
  await expect(ana.button('calm.tools.kit')).toBeFocused()
  expect(ana.page.url()).toBe(address)
  await ana.page.goBack()
  await expect(ana.page).not.toHaveURL(address)
})
