import { expect } from '@playwright/test'
import { loseServer, openAt, type Tour } from '../tour.ts'
import { WRITTEN } from '../written.ts'

const TIMERS = /^(Timers|Relojes) /

/** What comes before a check-in opens. */
export const willing: Tour = async ({ meet, look, language }) => {
  const { ana, ben } = await meet()
  await openAt(ana, '', ana.link('home.next.first-ten'))
  await look(ana, 'home', { fold: true })
  await look(ana, 'the rest of the house')
  await openAt(ana, '/journal', ana.text('journal.living.empty.title'))
  await look(ana, 'journal, empty')
  await openAt(ana, '/check-in', ana.button('check-in.willing.yes'))
  await look(ana, 'willing')
  await ana.button('check-in.willing.anotherKind').click()
  await ana.page.getByRole('button', { name: TIMERS }).click()
  await look(ana, 'willing, another kind, timers')

  await openAt(ben, '/jottings', ben.field('jottings.label'))
  for (const words of WRITTEN[language].jottings) {
    await ben.field('jottings.label').fill(words)
    await ben.button('jottings.add').click()
    await expect(ben.field('jottings.label')).toHaveValue('')
  }
  await openAt(ben, '/check-in', ben.button('check-in.jottings.tonight'))
  await look(ben, 'willing, what was noted')
  await ben.button('check-in.willing.yes').click()
  await expect(ben.text('check-in.willing.kept')).toBeVisible()
  await look(ben, 'willing, answered')

  await openAt(ana, '/settings', ana.button('account.settings.lockAction'))
  await ana.button('account.settings.lockAction').click()
  await expect(ana.text('home.locked')).toBeVisible()
  await openAt(ana, '/check-in')
  await look(ana, 'check-in, pages closed')
  await loseServer(ben)
  await openAt(ben, '/check-in')
  await look(ben, 'check-in, offline')
}
