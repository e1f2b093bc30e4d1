import { expect } from '@playwright/test'
import { findServer, loseServer, openAt, type Tour, unfold } from '../tour.ts'
import { WRITTEN } from '../written.ts'

/** Signed up and not linked: the app is of use all the same. */
export const alone: Tour = async ({ arrive, look, language }) => {
  const { page, jottings } = WRITTEN[language]
  const sol = await arrive('Sol')
  await sol.signUp()
  await look(sol, 'recovery sheet')
  await openAt(sol, '', sol.text('home.alone'))
  await look(sol, 'home, the sheet not on paper')
  await openAt(sol, '/journal/drawer', sol.text('journal.onlyHere.text'))
  await look(sol, 'drawer, the sheet not on paper')
  await openAt(sol, '/recovery-sheet', sol.button('account.sheet.saved'))
  await sol.button('account.sheet.saved').click()
  await expect(sol.text('home.alone')).toBeVisible()
  await look(sol, 'home, alone', { fold: true })
  await sol.button('home.pause.action').click()
  await expect(sol.heading('common.calm.title')).toBeVisible()
  await look(sol, 'pause, alone')

  await openAt(sol, '/thanks', sol.button('journal.thanks.keep'))
  await look(sol, 'thank you, alone')
  await sol.button('journal.thanks.phrases.one.second').click()
  await expect(sol.heading('journal.thanks.done.one')).toBeVisible()
  await look(sol, 'thank you, kept')
  for (const [path, name] of [
    ['/journal', 'journal, alone'],
    ['/journal/read?room=drawer', 'a page that is not there'],
    ['/check-in', 'check-in, alone'],
    ['/agreement', 'rules, alone'],
    ['/agreement/topics', 'topics, alone'],
    ['/partner', 'partner, alone'],
    ['/one-touch', 'one touch next time'],
    ['/jottings', 'jottings, empty'],
  ] as const) {
    await openAt(sol, path)
    await look(sol, name)
  }
  for (const words of jottings) {
    await sol.field('jottings.label').fill(words)
    await sol.button('jottings.add').click()
    await expect(sol.field('jottings.label')).toHaveValue('')
  }
  await look(sol, 'jottings')

  await openAt(sol, '/journal/write', sol.field('journal.write.label'))
  await look(sol, 'a page, before it')
  await sol.field('journal.write.label').fill(page)
  await expect(sol.text('journal.write.status.drafted')).toBeVisible()
  await look(sol, 'a page, writing')
  await sol.button('journal.write.keep').click()
  await expect(sol.text('journal.write.kept.sent')).toBeVisible()
  await look(sol, 'a page, kept')

  await openAt(sol, '/settings')
  await look(sol, 'settings')
  await unfold(sol)
  await look(sol, 'settings, unfolded')

  await loseServer(sol)
  await openAt(sol, '', sol.heading('home.alone'))
  await look(sol, 'home, offline')
  for (const [path, name] of [
    ['/journal/drawer', 'drawer, offline'],
    ['/check-in', 'check-in, offline'],
    ['/settings', 'settings, offline'],
  ] as const) {
    await openAt(sol, path)
    await look(sol, name)
  }
  await findServer(sol)
  // Thank-yous need it, so their page breaks before it begins.
  await sol.page.addInitScript(() => Object.defineProperty(crypto, 'randomUUID', { value: null }))
  await openAt(sol, '/thanks')
  await look(sol, 'a page that broke')
}
