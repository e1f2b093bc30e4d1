import { expect } from '@playwright/test'
import { findServer, loseServer, openAt, type Tour } from '../tour.ts'
import { someMonths, WRITTEN } from '../written.ts'

/** The rooms of the journal, with some months in them. */
export const journal: Tour = async ({ meet, look, language }) => {
  const written = WRITTEN[language]
  const { ana, ben } = await meet({ kept: someMonths(language) })
  // Before this device has read anything, the server first says nothing, then fails.
  await ben.page.route('**/api/journal/**', () => {})
  await ben.open('/journal/drawer')
  await expect(ben.text('common.waiting')).toBeVisible()
  await look(ben, 'drawer, opening')
  await findServer(ben)
  await ben.page.route('**/api/journal/**', (route) => route.fulfill({ status: 500, json: {} }))
  await openAt(ben, '/journal')
  await look(ben, 'journal, the server fails')
  await findServer(ben)
  await openAt(ana, '/journal', ana.page.getByText(written.thanks).first())
  await look(ana, 'journal, months')
  await openAt(ana, '/journal/drawer', ana.page.getByText(written.saidMore))
  await look(ana, 'drawer, months')
  await ana.page.getByRole('listitem').first().click()
  await expect(ana.button('journal.share.open')).toBeVisible()
  await look(ana, 'a page')
  await ana.button('journal.share.open').click()
  await expect(ana.button('journal.share.do')).toBeVisible()
  await look(ana, 'a page, the copy before it is shared')
  await ana.button('journal.share.do').click()
  await expect(ana.page.getByText(ana.say('journal.share.done'))).toBeVisible()
  await look(ana, 'a page, shared')

  const [firstLine = ''] = written.page.split('\n')
  await openAt(ben, '/journal', ben.page.getByText(firstLine).first())
  await ben.page.getByText(firstLine).first().click()
  await expect(ben.page.locator('main h1')).not.toHaveText(ben.say('journal.title'))
  await look(ben, 'a shared page, read by the other')
  await openAt(ben, '/journal', ben.page.getByText(written.thanks).first())
  await ben.page.getByText(written.thanks).first().click()
  await expect(ben.page.locator('main h1')).not.toHaveText(ben.say('journal.title'))
  await look(ben, 'a thank-you, read')
  await openAt(ben, '/journal/drawer', ben.text('journal.drawer.empty.title'))
  await look(ben, 'drawer, empty')

  await openAt(ana, '/thanks', ana.button('journal.thanks.send'))
  await look(ana, 'thank you')
  await loseServer(ana)
  await ana.button('journal.thanks.phrases.two.third').click()
  await expect(ana.text('journal.thanks.done.waiting')).toBeVisible()
  await look(ana, 'thank you, waiting')
  await openAt(ana, '/journal', ana.text('journal.offline'))
  await look(ana, 'journal, offline')
  await findServer(ana)
  await openAt(ana, '/thanks', ana.button('journal.thanks.send'))
  await ana.button('journal.thanks.phrases.two.first').click()
  await expect(ana.heading('journal.thanks.done.two')).toBeVisible()
  await look(ana, 'thank you, sent')
}
