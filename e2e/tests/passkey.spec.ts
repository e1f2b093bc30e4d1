import { PASSWORD, type Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** A finger on this device's sensor, whenever the browser asks for one. */
async function bringFinger({ context, page }: Person): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('WebAuthn.enable')
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}

async function signOut(person: Person): Promise<void> {
  await person.button('account.settings.signOut').click()
  const anyway = person.button('account.settings.signOutAnyway')
  await expect(anyway.or(person.link('home.landing.begin')).first()).toBeVisible()
  if (await anyway.isVisible()) await anyway.click()
  await expect(person.link('home.landing.begin')).toBeVisible()
}

test('L1: one touch signs in without a name; removed, it no longer does', async ({ arrive, house }) => {
  const ana = await arrive('Ana')
  const open = (path: string) => ana.page.goto(`${house.url.replace('127.0.0.1', 'localhost')}/en${path}`)
  const givePassword = async (submit: string) => {
    await ana.page.getByLabel(ana.say('account.passkey.password'), { exact: true }).fill(PASSWORD)
    await ana.button(submit).click()
  }
  await bringFinger(ana)
  await open('/sign-up')
  await ana.answerSignUp()
  await ana.button('account.sheet.saved').click()

  await test.step('made in the settings, with the password', async () => {
    await open('/settings')
    await ana.button('account.passkey.add').click()
    await givePassword('account.passkey.goOn')
    await expect(ana.text('account.passkey.added')).toBeVisible()
  })
  await test.step('one touch, and signed in; what is sealed stays closed', async () => {
    await signOut(ana)
    await open('/sign-in')
    await ana.button('account.passkey.use').click()
    await expect(ana.heading('account.unlock.title')).toBeVisible()
  })
  await test.step('removed, it is refused, and the password is right there', async () => {
    await open('/settings')
    await ana.page.getByRole('button', { name: /^Remove the passkey/ }).click()
    await givePassword('account.passkey.confirmRemove')
    await expect(ana.text('account.passkey.removed')).toBeVisible()
    await expect(ana.text('account.passkey.none')).toBeVisible()
    await signOut(ana)
    await open('/sign-in')
    await ana.button('account.passkey.use').click()
    await expect(ana.text('errors.passkey_refused')).toBeVisible()
    await expect(ana.button('account.signIn.submit')).toBeVisible()
  })
})

test('L1: under an address that is a number there is no such button, and it is said why', async ({ arrive }) => {
  const ana = await arrive('Ana', { language: 'es' })
  await ana.signUp()
  await ana.open('/settings')
  await expect(ana.text('account.passkey.number')).toBeVisible()
  await ana.open('/sign-in')
  await expect(ana.button('account.signIn.submit')).toBeVisible()
  await expect(ana.button('account.passkey.use')).toBeHidden()
})
