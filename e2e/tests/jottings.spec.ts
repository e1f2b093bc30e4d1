import { wantsToSpeak } from '../fixtures/check-in.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('S7: what one noted is sorted at the start: at hand tonight, later, or a page of the drawer', async ({
  couple: { ana, ben },
}) => {
  const [tonight, later, mine] = ['The dishes, again.', 'The trip in June.', 'What I dreamt.'] as const
  await ana.open('/jottings')
  for (const words of [tonight, later, mine]) {
    await ana.field('jottings.label').fill(words)
    await ana.button('jottings.add').click()
    await expect(ana.field('jottings.label')).toHaveValue('')
  }

  await ana.open('/check-in')
  for (const [words, answer] of [
    [tonight, 'tonight'],
    [later, 'later'],
    [mine, 'onlyMine'],
  ] as const) {
    await expect(ana.page.getByText(words)).toBeVisible()
    await ana.button(`check-in.jottings.${answer}`).click()
    await expect(ana.page.getByText(words)).toBeHidden()
  }
  await wantsToSpeak(ana, 'written')
  await ana.button('check-in.willing.yes').click()
  await ben.open('/check-in')
  await ben.button('check-in.willing.yes').click()

  await expect(ana.page.getByText(tonight)).toBeVisible()
  await expect(ana.page.getByText(later)).toBeHidden()
  await ana.button('check-in.jottings.take').click()
  await expect(ana.field('check-in.words.label')).toHaveValue(tonight)
  await expect(ben.page.getByText(tonight)).toBeHidden()

  await ana.open('/jottings')
  for (const words of [tonight, later]) await expect(ana.page.getByText(words)).toBeVisible()
  await expect(ana.page.getByText(mine)).toBeHidden()
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText(mine)).toBeVisible()
})
