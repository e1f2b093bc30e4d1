import { expect } from '@playwright/test'
import { INSTAGRAM } from '../../fixtures/in-app.ts'
import { openAt, type Tour, type, unfold } from '../tour.ts'

/** What somebody sees who has told this browser nothing. */
export const outside: Tour = async ({ arrive, look }) => {
  const eve = await arrive('Eve')
  await openAt(eve, '', eve.link('home.landing.begin'))
  await look(eve, 'landing')
  for (const [path, name] of [
    ['/who-sees-what', 'who can see what'],
    ['/quick-exit', 'quick exit, and what it does not hide'],
    ['/help', 'help lines'],
    ['/invite', 'invitation, none in hand'],
    ['/offline', 'a page that is not kept here'],
    ['/nowhere', 'not found'],
    ['/journal', 'signed out'],
  ] as const) {
    await openAt(eve, path)
    await look(eve, name)
  }

  await openAt(eve, '/help')
  await eve.page.getByRole('combobox').selectOption('GB')
  await unfold(eve)
  await look(eve, 'help lines of another country, and where they come from')

  await openAt(eve, '/sign-up', eve.heading('account.signUp.nameTitle'))
  await look(eve, 'sign up, name')
  await eve.button('common.continue').click()
  await look(eve, 'sign up, something is missing')
  await type(eve, 'account.signUp.name', 'Eve')
  await eve.button('common.continue').click()
  await look(eve, 'sign up, email')
  await type(eve, 'account.signUp.email', eve.email)
  await eve.button('common.continue').click()
  await look(eve, 'sign up, password')

  await eve.signIn('not a password of anybody')
  await expect(eve.page.getByText(eve.say('errors.wrong_credentials'))).toBeVisible()
  await look(eve, 'sign in, refused')

  const inside = await arrive('Eve', { userAgent: INSTAGRAM })
  await openAt(inside, '/sign-up', inside.heading('common.inApp.title'))
  await look(inside, 'inside another app')
}
