import { expect } from '@playwright/test'
import type { Person } from '../../fixtures/person.ts'
import { openAt, type Tour, unfold } from '../tour.ts'
import { WRITTEN } from '../written.ts'

/** The register of topics, from an empty sheet to both open. */
export const topics: Tour = async ({ meet, look, language }) => {
  const { ana, ben } = await meet()
  await openAt(ana, '/agreement/topics', ana.button('register.form.handIn'))
  await ana.button('register.form.handIn').click()
  await look(ana, 'topics, nothing chosen')
  await ana.field('register.own.label').fill(WRITTEN[language].topic)
  await ana.button('register.own.add').click()
  await answer(ana, ['fine', 'ask', 'never', 'ask'])
  await look(ana, 'topics, my sheet')
  await ana.button('register.form.handIn').click()
  await expect(ana.heading('register.committed.title')).toBeVisible()
  await unfold(ana)
  await look(ana, 'topics, mine is in')
  await openAt(ben, '/agreement/topics', ben.button('register.form.handIn'))
  await answer(ben, ['ask', 'fine', 'never', 'fine'])
  await ben.button('register.form.handIn').click()
  await expect(ben.heading('register.open.title')).toBeVisible()
  await unfold(ben)
  await look(ben, 'topics, both open')
}

async function answer({ page, say }: Person, answers: readonly string[]): Promise<void> {
  for (const [place, key] of answers.entries())
    await page
      .getByRole('radio', { name: say(`register.answers.${key}`) })
      .nth(place)
      .check()
}
