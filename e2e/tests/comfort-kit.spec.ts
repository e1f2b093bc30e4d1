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

/** A photo as a phone takes it: with words about where it was taken, which no eye sees. */
async function photo({ page }: Person, place: string): Promise<Buffer> {
  const drawn = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 3_000, height: 2_000 })
    const context = canvas.getContext('2d')
    const noise = context?.createImageData(3_000, 2_000)
    if (!noise) throw new Error('this browser draws nothing')
    for (let at = 0; at < noise.data.length; at += 1) noise.data[at] = at % 4 === 3 ? 255 : (at * 2_654_435_761) >>> 24
    context?.putImageData(noise, 0, 0)
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'))
    return [...new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))]
  })
  const about = Buffer.from(`Exif\0\0${place}`)
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, about.length + 2]), about])
  return Buffer.concat([Buffer.from(drawn.slice(0, 2)), segment, Buffer.from(drawn.slice(2))])
}

async function putPictureIn(person: Person, words: string, file: { mimeType: string; buffer: Buffer }) {
  await person.page.getByLabel(person.say('kit.pictures.file')).setInputFiles({ name: 'photo', ...file })
  await person.field('kit.pictures.words').fill(words)
  await person.button('kit.pictures.add').click()
}

type Watching = { shown: Blob[] }

/** The pages' own rules let nobody read a picture back by its address. */
async function watchShown({ page }: Person): Promise<void> {
  await page.addInitScript(() => {
    const make = URL.createObjectURL.bind(URL)
    const watching: Watching = Object.assign(window, { shown: [] })
    URL.createObjectURL = (blob: Blob) => {
      watching.shown.push(blob)
      return make(blob)
    }
  })
}

/** The picture's own bytes, as they are shown. */
async function bytesShown({ page }: Person, words: string): Promise<Buffer> {
  const picture = page.getByRole('img', { name: words })
  await expect(picture).toBeVisible()
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
  const bytes = await page.evaluate(async () => {
    const last = (window as unknown as Watching).shown.at(-1)
    return [...new Uint8Array((await last?.arrayBuffer()) ?? new ArrayBuffer(0))]
  })
  return Buffer.from(bytes)
}

async function hasItAll(
  person: Person,
  typed: { words: string; picture: string; link: string; site: string; name: string },
) {
  await person.button('calm.tools.kit').click()
  await expect(person.heading('calm.tools.kit')).toBeFocused()
  await expect(person.page.getByText(typed.words)).toBeVisible()
  const picture = person.page.getByRole('img', { name: typed.picture })
  await expect.poll(() => picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0)
  const link = person.page.getByRole('link', { name: typed.link })
  await expect(link).toHaveAttribute('href', `https://${typed.site}.example/song`)
  await expect(link).toHaveAttribute('rel', 'noreferrer')
  await expect(link).toHaveAttribute('target', '_blank')
  await expect(person.text('kit.here.network')).toBeVisible()
  await expect(person.page.getByText(typed.name)).toHaveCount(0)
  await person.button('calm.back').click()
  await person.button('calm.tools.people').click()
  await expect(person.link('kit.here.call', { name: typed.name })).toHaveAttribute('href', 'tel:+34600987321')
  await expect(person.link('kit.here.text', { name: typed.name })).toHaveAttribute('href', 'sms:+34600987321')
  for (const way of ['call', 'text'])
    expect((await person.link(`kit.here.${way}`, { name: typed.name }).boundingBox())?.height).toBeGreaterThanOrEqual(
      64,
    )
  await person.button('calm.back').click()
}

/** How many pictures lie on this device, sealed. */
const picturesOn = ({ page }: Person) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('turnstone')
        opening.addEventListener('error', () => reject(new Error('no database')))
        opening.addEventListener('success', () => {
          const all = IDBKeyRange.bound('kit-picture.', 'kit-picture.~')
          const counting = opening.result.transaction('meta').objectStore('meta').count(all)
          counting.addEventListener('success', () => {
            opening.result.close()
            resolve(counting.result)
          })
        })
      }),
  )

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
  const typed = {
    words: canary('words'),
    picture: canary('picture'),
    link: canary('link'),
    site: canary('site'),
    name: canary('name'),
  }
  const place = canary('place')
  const { ana, ben } = await meet()
  await ana.page.setViewportSize(PHONE)

  await watchShown(ana)
  await test.step('prepared from home', async () => {
    await ana.open('')
    await ana.link('home.kit').click()
    await putIn(ana, 'words', { label: typed.words })
    await expect.poll(async () => (await rowsOf(ana)).kit).toBe(4_295)
    await ana.field('kit.links.address').fill('javascript:alert(1)')
    await ana.button('kit.links.add').click()
    await expect(ana.text('kit.links.wrong')).toBeVisible()
    await putIn(ana, 'links', { name: typed.link, address: `${typed.site}.example/song` })
    await putPictureIn(ana, typed.picture, { mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') })
    await expect(ana.text('errors.not_a_picture')).toBeVisible()
    const buffer = await photo(ana, place)
    expect(buffer.includes(place)).toBe(true)
    const sent = ana.page.waitForRequest('**/api/kit/pictures/*')
    await putPictureIn(ana, typed.picture, { mimeType: 'image/jpeg', buffer })
    const kept = await bytesShown(ana, typed.picture)
    expect(kept.length).toBeLessThanOrEqual(131_068)
    expect(kept.includes(place)).toBe(false)
    expect(Buffer.from(((await sent).postDataJSON() as { sealed: string }).sealed, 'base64url').length).toBe(131_271)
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
    await laptop.open('')
    await expect.poll(() => picturesOn(laptop)).toBe(1)
    await laptop.open('/check-in')
    await isPaused(laptop)
    await laptop.page.waitForLoadState('networkidle')
    const traffic = watchTraffic(laptop.page)
    await hasItAll(laptop, typed)
    // Whatever is kept for oneself comes with the account.
    expect(traffic.sent().filter((asked) => /api\/(account|kit)/.test(asked))).toEqual([])
  })

  await test.step('the partner, on their screen and on the server', async () => {
    expect(await rowsOf(ben)).not.toHaveProperty('kit')
    for (const text of Object.values(typed)) await expect(ben.page.getByText(text)).toHaveCount(0)
    await ben.button('calm.tools.kit').click()
    await expect(ben.text('kit.here.empty')).toBeVisible()
    await house.stop()
    expect(filesWith(house.folder, ana.email, false).length).toBeGreaterThan(0)
    for (const [where, text] of Object.entries({ ...typed, place, number: NUMBER, dialled: '34600987321' })) {
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
  await laptop.button('kit.changeThis', { what: 'From the phone.' }).click()
  await expect(laptop.page.getByRole('listitem').getByRole('textbox')).toBeFocused()
  await laptop.page.getByRole('listitem').getByRole('textbox').fill('From the phone, said better.')
  await laptop.button('kit.keep').click()
  await expect(laptop.page.getByText('From the phone, said better.')).toBeVisible()
  await laptop.button('kit.removeThis', { what: 'From the phone, said better.' }).click()
  await expect(laptop.page.getByText('From the phone, said better.')).toBeHidden()
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
