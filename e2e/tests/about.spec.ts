import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** In the settings, says what to be called and how to be spoken of. */
async function say(person: Person, name: string, words: string): Promise<void> {
  await person.open('/settings')
  await person.heading('account.about.title').click()
  await person.field('account.about.name').fill(name)
  await person.field('account.about.words').fill(words)
  await person.button('account.about.save').click()
}

test('L6: another name and how to speak of somebody reach the partner by themselves, and stay', async ({
  couple: { ana, ben },
}) => {
  await ben.open('/partner')
  await expect(ben.page.getByRole('heading', { name: 'Ana', exact: true })).toBeVisible()

  await test.step('Ana says what she is called', async () => {
    await say(ana, 'Noor', 'she, elle')
    await expect(ana.text('account.about.sent')).toBeVisible()
  })
  await test.step('Ben sees it where he is, and after a reload', async () => {
    const isNoor = async () => {
      await expect(ben.page.getByRole('heading', { name: 'Noor', exact: true })).toBeVisible()
      await expect(ben.page.getByText('she, elle')).toBeVisible()
    }
    await isNoor()
    await ben.page.reload()
    await isNoor()
  })
  await test.step('the journal stays as it was', async () => {
    await ben.open('/journal')
    await expect(ben.text('journal.living.empty.title')).toBeVisible()
  })
  await test.step('words are taken back by leaving them out', async () => {
    await say(ana, 'Noor', '')
    await expect(ana.text('account.about.sent')).toBeVisible()
    await ben.open('/partner')
    await expect(ben.page.getByRole('heading', { name: 'Noor', exact: true })).toBeVisible()
    await expect(ben.page.getByText('she, elle')).toBeHidden()
  })
  await test.step('after an unlink nothing newer arrives', async () => {
    await ben.open('/settings')
    await ben.link('partnership.unlink.now').click()
    await ben.button('partnership.unlink.skip').click()
    await ben.button('partnership.unlink.now').click()
    await expect(ben.heading('partnership.unlinked.title')).toBeVisible()
    await say(ana, 'Sam', 'they')
    await expect(ana.text('account.about.kept')).toBeVisible()
    await ben.open('/partner')
    await expect(ben.page.getByRole('heading', { name: 'Noor', exact: true })).toBeVisible()
    await expect(ben.page.getByText('Sam')).toBeHidden()
  })
})
