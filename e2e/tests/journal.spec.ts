import { expect, test } from '../fixtures/two-partners.ts'

test('J1 J2: a page is shared as a copy that is shown first; the page stays in the drawer', async ({ couple }) => {
  const { ana, ben } = couple
  await ana.keepPage('A walk by the sea, all three of us.')
  await ana.open('/journal/drawer')
  await ana.page.getByText('A walk by the sea').click()
  await ana.button('journal.share.open').click()
  await expect(ana.heading('journal.share.title', { name: 'Ben' })).toBeVisible()
  // Leaving is possible from everywhere, also from inside a dialog.
  await ana.button('common.quickExit').click({ trial: true })
  await ben.open('/journal')
  await expect(ben.text('journal.living.empty.title')).toBeVisible()
  await ana.button('journal.share.do').click()
  await expect(ana.page.getByText(ana.say('journal.share.done'))).toBeVisible()

  await expect(ben.page.getByText('A page of Ana')).toBeVisible()
  await ben.page.getByText('A walk by the sea').click()
  await expect(ben.page.getByText('A walk by the sea, all three of us.')).toBeVisible()
  await expect(ben.button('journal.share.open')).toBeHidden()
  await ana.open('/journal')
  await expect(ana.page.getByText('A page of yours')).toBeVisible()
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText('A walk by the sea')).toHaveCount(1)
  // The dialog writes nothing that the Content-Security-Policy refuses.
  expect(ana.complaints).toEqual([])
})
