import { mailedLink } from '../fixtures/mail.ts'
import { PASSWORD, type Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const NEW_PASSWORD = 'rain on the window again'

/** The same person with another browser. */
async function elsewhere(arrive: (name: string) => Promise<Person>, person: Person): Promise<Person> {
  const other = await arrive(person.name)
  return Object.assign(other, { email: person.email })
}

async function readsDrawer(person: Person, text: string): Promise<void> {
  await person.open('/journal/drawer')
  await expect(person.page.getByText(text)).toBeVisible()
}

/** After a lock the password alone opens the pages: the account key is on this device. */
async function locksAndUnlocks(person: Person, password: string): Promise<void> {
  await person.open('/settings')
  await person.button('account.settings.lockAction').click()
  await expect(person.text('home.locked')).toBeVisible()
  await person.open('/unlock')
  await label(person, 'account.unlock.password').fill(password)
  await person.button('account.unlock.submit').click()
  await expect(person.text('home.alone')).toBeVisible()
}

const label = (person: Person, key: string) => person.page.getByLabel(person.say(key), { exact: true })

test('L1: the recovery code and nothing else brings everything back; old password, sheet and sessions end', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const old = await ana.readSheet()
  await ana.button('account.sheet.saved').click()
  await ana.keepPage('Written before I forgot.')

  const other = await elsewhere(arrive, ana)
  await test.step('a wrong code and an unknown email are answered alike', async () => {
    await other.open('/recover')
    const wrong = `${old.recoveryCode.slice(0, -1)}${old.recoveryCode.endsWith('7') ? '8' : '7'}`
    await label(other, 'account.recover.email').fill(ana.email)
    await label(other, 'account.recover.code').fill(wrong)
    await other.button('account.recover.submit').click()
    await expect(other.page.getByText(other.say('errors.unlock_failed'))).toBeVisible()
    await label(other, 'account.recover.email').fill('nobody@example.org')
    await label(other, 'account.recover.code').fill(old.recoveryCode)
    await other.button('account.recover.submit').click()
    await expect(other.page.getByText(other.say('errors.wrong_code'))).toBeVisible()
  })
  await test.step('the right one leads to a new password and a new sheet', async () => {
    await label(other, 'account.recover.email').fill(ana.email)
    await other.button('account.recover.submit').click()
    await label(other, 'account.password.new').fill(NEW_PASSWORD)
    await other.button('account.recover.finish').click()
    await expect(other.heading('account.sheet.accountKey')).toBeVisible()
    const fresh = await other.readSheet()
    expect(fresh.recoveryCode).not.toBe(old.recoveryCode)
    expect(fresh.accountKey).not.toBe(old.accountKey)
    await other.button('account.sheet.saved').click()
    await expect(other.text('home.alone')).toBeVisible()
    await readsDrawer(other, 'Written before I forgot.')
  })
  await test.step('the first browser is out, and its old password too', async () => {
    await ana.open('/journal/drawer')
    await expect(ana.heading('account.gate.signedOut')).toBeVisible()
    await ana.signIn(PASSWORD)
    await expect(ana.page.getByText(ana.say('errors.wrong_credentials'))).toBeVisible()
  })
  await test.step('the old code is refused', async () => {
    await ana.open('/recover')
    await label(ana, 'account.recover.email').fill(ana.email)
    await label(ana, 'account.recover.code').fill(old.recoveryCode)
    await ana.button('account.recover.submit').click()
    await expect(ana.page.getByText(ana.say('errors.wrong_code'))).toBeVisible()
  })
})

test('L1: a password changed on one of two devices counts on both; a lost answer is not a lost account', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { accountKey } = await ana.readSheet()
  await ana.button('account.sheet.saved').click()
  await ana.keepPage('Written with the first password.')
  const other = await elsewhere(arrive, ana)
  await other.signIn()
  await label(other, 'account.unlock.text').fill(accountKey)
  await other.button('account.unlock.submit').click()
  await expect(other.text('home.alone')).toBeVisible()
  await readsDrawer(other, 'Written with the first password.')

  await test.step('a wrong present password changes nothing', async () => {
    await ana.open('/password')
    await label(ana, 'account.password.present').fill('something else entirely')
    await label(ana, 'account.password.new').fill(NEW_PASSWORD)
    await ana.button('account.password.submit').click()
    await expect(ana.page.getByText(ana.say('errors.wrong_password'))).toBeVisible()
  })
  await test.step('the server takes the change and its answer never arrives', async () => {
    await ana.page.route('**/api/account/keys', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await label(ana, 'account.password.present').fill(PASSWORD)
    await ana.button('account.password.submit').click()
    await expect(ana.heading('account.password.done')).toBeVisible()
    await ana.page.unroute('**/api/account/keys')
    await ana.keepPage('Written with the second password.')
  })
  await test.step('this device opens with the new password after a lock', async () => {
    await locksAndUnlocks(ana, NEW_PASSWORD)
    await readsDrawer(ana, 'Written with the second password.')
  })
  await test.step('the other one is signed out, and comes back with the new password alone', async () => {
    await other.open('/journal/drawer')
    await expect(other.heading('account.gate.signedOut')).toBeVisible()
    await other.signIn(NEW_PASSWORD)
    await expect(other.text('home.alone')).toBeVisible()
    await readsDrawer(other, 'Written with the second password.')
  })
})

test('L1: a mail gives back the control plane alone, once; the code opens the pages, with a new sheet', async ({
  arrive,
  house,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { recoveryCode } = await ana.readSheet()
  await ana.button('account.sheet.saved').click()
  await ana.keepPage('No mail opens this.')

  const other = await elsewhere(arrive, ana)
  const link = await test.step('asked for, said plainly, and sent', async () => {
    await other.open('/reset')
    await expect(other.text('account.reset.closed')).toBeVisible()
    await label(other, 'account.reset.email').fill(ana.email)
    await other.button('account.reset.ask').click()
    await expect(other.heading('account.reset.askedTitle')).toBeVisible()
    const { hash, pathname } = new URL(await mailedLink(house.folder, ana.email))
    return `${house.url}${pathname}${hash}`
  })
  await test.step('a scanner that follows the link uses nothing up', async () => {
    const scanner = await arrive('Scanner')
    await scanner.page.goto(link)
    await expect(scanner.heading('account.reset.passwordTitle')).toBeVisible()
  })
  await test.step('a new password: signed in, and the pages closed', async () => {
    await other.page.goto('about:blank')
    await other.page.goto(link)
    await expect(other.text('account.reset.closed')).toBeVisible()
    expect(other.page.url()).not.toContain('#')
    await label(other, 'account.password.new').fill(NEW_PASSWORD)
    await other.button('account.reset.finish').click()
    await expect(other.heading('account.unlock.titleBehind')).toBeVisible()
    await expect(other.text('account.unlock.whyBehind')).toBeVisible()
  })
  await test.step('the link is used up', async () => {
    await ana.page.goto(link)
    await expect(ana.page.getByText(ana.say('errors.reset_ended'))).toBeVisible()
  })
  await test.step('the code opens the pages, and a new sheet puts it right', async () => {
    await label(other, 'account.unlock.text').fill(recoveryCode)
    await other.button('account.unlock.submit').click()
    await expect(other.heading('account.newSheet.titleBehind')).toBeVisible()
    await other.button('account.newSheet.submit').click()
    await expect(other.heading('account.sheet.accountKey')).toBeVisible()
    await other.button('account.sheet.saved').click()
    await expect(other.text('home.alone')).toBeVisible()
    await readsDrawer(other, 'No mail opens this.')
    await locksAndUnlocks(other, NEW_PASSWORD)
    await readsDrawer(other, 'No mail opens this.')
  })
})
