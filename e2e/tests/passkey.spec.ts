import type { Browser } from '@playwright/test'
import { bringFinger, listenToOutputs } from '../fixtures/finger.ts'
import type { House } from '../fixtures/house.ts'
import { PASSWORD, Person } from '../fixtures/person.ts'
import { canary, filesWith, shapesOf, shapesOfKey } from '../fixtures/sweep.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** Passkeys belong to a name: the same house, by the one it has here. */
const byName = ({ url }: House) => ({ url: url.replace('127.0.0.1', 'localhost') })

/** Signed up, and the sheet on paper: what comes next is on the screen. */
async function signedUp(house: House, browser: Browser, options: Parameters<typeof bringFinger>[1]): Promise<Person> {
  const ana = await Person.arrive(byName(house), browser, 'Ana')
  await bringFinger(ana, options)
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  return ana
}

/** This browser forgets everything, as one that was never here; the device's own lock stays. */
async function leaveNothing(ana: Person): Promise<void> {
  await ana.open('/settings')
  await ana.button('account.settings.signOut').click()
  const anyway = ana.button('account.settings.signOutAnyway')
  await expect(anyway.or(ana.link('home.landing.begin')).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(ana.link('home.landing.begin')).toBeVisible()
  await ana.context.clearCookies()
  await ana.page.evaluate(async () => {
    localStorage.clear()
    for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name)
  })
}

async function touch(ana: Person): Promise<void> {
  await ana.open('/sign-in')
  await ana.button('account.passkey.use').click()
}

async function givePassword(ana: Person, submit: string): Promise<void> {
  await ana.page.getByLabel(ana.say('account.passkey.password'), { exact: true }).fill(PASSWORD)
  await ana.button(submit).click()
}

async function removeTheOne(ana: Person): Promise<void> {
  await ana.open('/settings')
  await ana.page.getByRole('button', { name: /^Remove / }).click()
  await givePassword(ana, 'account.passkey.confirmRemove')
  await expect(ana.text('account.passkey.done.removed')).toBeVisible()
  await expect(ana.text('account.passkey.none')).toBeVisible()
}

async function closePages(ana: Person): Promise<void> {
  await ana.open('/settings')
  await ana.button('account.settings.lockAction').click()
  await expect(ana.button('account.settings.lockAction')).toBeHidden()
}

const drawerIsOpen = async (ana: Person, text: string) => {
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText(text)).toBeVisible()
}

test('L1: one touch next time? It signs in and opens the pages, where nothing was known before', async ({
  house,
  browser,
}) => {
  const ana = await signedUp(house, browser, { opens: true })
  await test.step('offered once, after the sheet, and no password is asked again', async () => {
    await expect(ana.heading('account.offer.title')).toBeVisible()
    await ana.button('account.offer.yes').click()
    await expect(ana.heading('account.offer.opens.title')).toBeVisible()
    await ana.button('account.offer.home').click()
    await expect(ana.text('home.alone')).toBeVisible()
  })
  await ana.keepPage('Only mine.')
  await test.step('one touch: signed in, and the drawer can be read', async () => {
    await leaveNothing(ana)
    await touch(ana)
    await expect(ana.text('home.alone')).toBeVisible()
    await drawerIsOpen(ana, 'Only mine.')
  })
  await test.step('closed on this device, one touch opens it again', async () => {
    await closePages(ana)
    await ana.open('/unlock')
    await expect(ana.heading('account.unlock.title')).toBeVisible()
    await ana.button('account.passkey.open').click()
    await expect(ana.text('home.alone')).toBeVisible()
    await drawerIsOpen(ana, 'Only mine.')
  })
  await test.step('removed, it neither signs in nor opens', async () => {
    await ana.open('/settings')
    await expect(ana.text('account.passkey.opens')).toBeVisible()
    await removeTheOne(ana)
    await leaveNothing(ana)
    await touch(ana)
    await expect(ana.text('errors.passkey_refused')).toBeVisible()
    await ana.signIn()
    await expect(ana.heading('account.unlock.title')).toBeVisible()
    await expect(ana.field('account.unlock.text')).toBeVisible()
    await expect(ana.button('account.passkey.open')).toBeHidden()
  })
  await ana.close()
})

test('L1: another password keeps what one touch opens; a recovery takes it away', async ({ house, browser }) => {
  const ana = await Person.arrive(byName(house), browser, 'Ana')
  await bringFinger(ana, { opens: true })
  await ana.signUp()
  const { recoveryCode } = await ana.readSheet()
  await ana.button('account.sheet.saved').click()
  await ana.button('account.offer.yes').click()
  await ana.button('account.offer.home').click()
  await ana.keepPage('Only mine.')
  const label = (key: string) => ana.page.getByLabel(ana.say(key), { exact: true })
  await ana.open('/password')
  await label('account.password.present').fill(PASSWORD)
  await label('account.password.new').fill('another quiet evening')
  await ana.button('account.password.submit').click()
  await expect(ana.heading('account.password.done')).toBeVisible()
  await leaveNothing(ana)
  await touch(ana)
  await expect(ana.text('home.alone')).toBeVisible()
  await drawerIsOpen(ana, 'Only mine.')

  await leaveNothing(ana)
  await ana.open('/recover')
  await label('account.recover.email').fill(ana.email)
  await label('account.recover.code').fill(recoveryCode)
  await ana.button('account.recover.submit').click()
  await label('account.password.new').fill('a third quiet evening')
  await ana.button('account.recover.finish').click()
  await expect(ana.heading('account.sheet.accountKey')).toBeVisible()
  await ana.button('account.sheet.saved').click()
  await leaveNothing(ana)
  await touch(ana)
  await expect(ana.text('errors.passkey_refused')).toBeVisible()
  await ana.close()
})

test('L1: removed where the password cannot open the pages, it keeps its way into them until the keys change, and that is said', async ({
  house,
  browser,
}) => {
  const ana = await signedUp(house, browser, { opens: true })
  await ana.button('account.offer.yes').click()
  await ana.button('account.offer.home').click()
  await expect(ana.text('home.alone')).toBeVisible()
  await leaveNothing(ana)
  await touch(ana)
  await expect(ana.text('home.alone')).toBeVisible()
  await closePages(ana)
  await removeTheOne(ana)
  await ana.open('/unlock')
  await ana.button('account.passkey.open').click()
  await expect(ana.text('home.alone')).toBeVisible()
  await ana.open('/settings')
  await expect(ana.text('account.passkey.others')).toBeVisible()

  await ana.open('/password')
  await ana.page.getByLabel(ana.say('account.password.present'), { exact: true }).fill(PASSWORD)
  await ana.page.getByLabel(ana.say('account.password.new'), { exact: true }).fill('another quiet evening')
  await ana.button('account.password.submit').click()
  await expect(ana.heading('account.password.done')).toBeVisible()
  await ana.open('/settings')
  await expect(ana.text('account.passkey.none')).toBeVisible()
  await expect(ana.text('account.passkey.others')).toBeHidden()
  await closePages(ana)
  await ana.open('/unlock')
  await expect(ana.heading('account.unlock.title')).toBeVisible()
  await expect(ana.button('account.passkey.open')).toBeHidden()
  await ana.close()
})

test('L1: a device that can’t open pages that way signs in, says so, and the pages ask for the password', async ({
  house,
  browser,
}) => {
  const ana = await signedUp(house, browser, { opens: false })
  await test.step('not now is as good, and it is not asked again', async () => {
    await ana.button('account.offer.notNow').click()
    await expect(ana.text('home.alone')).toBeVisible()
  })
  await test.step('made in the settings, with the password and a name of one’s own', async () => {
    await ana.open('/settings')
    await ana.button('account.passkey.add').click()
    await ana.field('account.passkey.name').fill('My phone')
    await givePassword(ana, 'account.passkey.goOn')
    await expect(ana.text('account.passkey.done.signsIn')).toBeVisible()
    await expect(ana.text('account.passkey.signsIn')).toBeVisible()
    await expect(ana.page.getByText('My phone')).toBeVisible()
  })
  await test.step('one touch, and signed in; what is sealed stays closed', async () => {
    await leaveNothing(ana)
    await touch(ana)
    await expect(ana.heading('account.unlock.title')).toBeVisible()
    await expect(ana.button('account.passkey.open')).toBeHidden()
  })
  await test.step('removed, it is refused, and the password is right there', async () => {
    await removeTheOne(ana)
    await leaveNothing(ana)
    await touch(ana)
    await expect(ana.text('errors.passkey_refused')).toBeVisible()
    await expect(ana.button('account.signIn.submit')).toBeVisible()
  })
  await ana.close()
})

test('L1: it is offered where the device has a lock of its own, and nowhere else', async ({
  house,
  browser,
  arrive,
}) => {
  await test.step('a key on a key ring is no such lock', async () => {
    const ana = await signedUp(house, browser, { opens: true, transport: 'usb' })
    await expect(ana.text('home.alone')).toBeVisible()
    await ana.close()
  })
  await test.step('under an address that is a number there is nothing of it, and it is said why', async () => {
    const ana = await arrive('Ana', { language: 'es' })
    await bringFinger(ana, { opens: true })
    await ana.signUp()
    await ana.button('account.sheet.saved').click()
    await expect(ana.text('home.alone')).toBeVisible()
    await ana.open('/settings')
    await expect(ana.text('account.passkey.number')).toBeVisible()
    await ana.open('/sign-in')
    await expect(ana.button('account.signIn.submit')).toBeVisible()
    await expect(ana.button('account.passkey.use')).toBeHidden()
  })
})

test('I24: neither what opens the pages nor what the passkey is called gets to the server', async ({
  house,
  browser,
}) => {
  const name = canary('phone')
  const ana = await Person.arrive(byName(house), browser, 'Ana')
  const outputs = await listenToOutputs(ana.page)
  const sent: string[] = []
  ana.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`))
  await bringFinger(ana, { opens: true })
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await ana.button('account.offer.notNow').click()
  await ana.open('/settings')
  await ana.button('account.passkey.add').click()
  await ana.field('account.passkey.name').fill(name)
  await givePassword(ana, 'account.passkey.goOn')
  await expect(ana.text('account.passkey.done.opens')).toBeVisible()
  await leaveNothing(ana)
  await touch(ana)
  await expect(ana.text('home.alone')).toBeVisible()
  await ana.open('/settings')
  await expect(ana.page.getByText(name)).toBeVisible()
  await ana.close()

  await test.step('a control: there is something to find, and the sweep would find it', async () => {
    await house.stop()
    expect(outputs.length).toBeGreaterThan(1)
    expect(new Set(outputs).size).toBe(1)
    expect(sent.join()).toContain(ana.email)
    expect(filesWith(house.folder, ana.email, false).length).toBeGreaterThan(0)
  })
  const key = Buffer.from(outputs[0] ?? '', 'hex')
  expect(key.length).toBe(32)
  expect(filesWith(house.folder, key.toString('hex'), true)).toEqual([])
  for (const [shape, text] of [...Object.entries(shapesOfKey(key)), ...Object.entries(shapesOf(name))]) {
    const isBinary = shape === 'utf-16'
    expect([shape, filesWith(house.folder, text, isBinary)]).toEqual([shape, []])
    expect([shape, house.log.includes(text), sent.some((one) => one.includes(text))]).toEqual([shape, false, false])
  }
})
