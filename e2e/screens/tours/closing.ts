import { expect } from '@playwright/test'
import { hasTheStone, sayInWords } from '../../fixtures/check-in.ts'
import type { Person } from '../../fixtures/person.ts'
import { openAs } from '../../fixtures/plan.ts'
import { openAt, type Tour } from '../tour.ts'
import { WRITTEN } from '../written.ts'

/** From the last turn to the record. */
export const closing: Tour = async ({ meet, look, language }) => {
  const { said, saidMore, heard, thanks, line, otherLine } = WRITTEN[language]
  const { ana, ben } = await meet()
  await openAs({ format: 'first-ten', minutes: 10, way: 'written' }, ana, ben)
  for (const [speaker, listener, words] of [
    [ana, ben, said],
    [ben, ana, heard],
    [ana, ben, saidMore],
    [ben, ana, heard],
  ] as const) {
    await hasTheStone(speaker, listener)
    if (speaker === ana) await sayInWords(speaker, words)
    await speaker.button('check-in.pass.action').click()
  }
  await expect(ana.heading('closing.title')).toBeVisible()
  await look(ana, 'closing')

  await ben.button('closing.thanks.ready.patience').click()
  await expect(ben.text('closing.thanks.sent')).toBeVisible()
  await look(ben, 'closing, thank you sent')
  await ana.button('closing.thanks.own').click()
  await ana.field('closing.thanks.ownLabel').fill(thanks)
  await look(ana, 'closing, thank you in my words')
  await ana.button('closing.thanks.send').click()
  await expect(ana.text('closing.thanks.sent')).toBeVisible()

  await ana.button('closing.lines.write').click()
  await ana.field('closing.lines.label').fill(line)
  await look(ana, 'closing, a line')
  await ana.button('closing.lines.offer').click()
  await offer(ben, otherLine)
  await expect(ana.page.getByText(otherLine)).toBeVisible()
  await look(ana, 'closing, a line each')
  await ana.button('closing.lines.saveToo').click()
  await expect(ana.text('closing.lines.state.both')).toBeVisible()
  await ana.button('closing.keep.keep').first().click()
  await expect(ana.page.getByText(ana.say('closing.keep.state.saved'))).toBeVisible()
  await ana.button('closing.keep.letGo').click()
  await expect(ana.page.getByText(ana.say('closing.keep.state.letGo'))).toBeVisible()
  await look(ana, 'closing, kept and let go')
  await ana.context.setOffline(true)
  await expect(ana.text('check-in.floor.held')).toBeVisible()
  await look(ana, 'closing, held')
  await ana.context.setOffline(false)
  await expect(ana.text('check-in.floor.held')).toBeHidden()

  await ana.button('closing.lines.write').click()
  await ana.field('closing.lines.label').fill(WRITTEN[language].signs)
  await ben.button('closing.close').click()
  for (const person of [ana, ben]) await expect(person.text('check-in.ended.record.kept')).toBeVisible()
  await expect(ana.heading('closing.notSaid.title')).toBeVisible()
  await look(ana, 'ended, with words that were not said')
  await ana.button('closing.notSaid.letGo').click()
  await look(ben, 'ended')
  await openAt(ana, '/journal', ana.text('journal.record.formats.first-ten'))
  await look(ana, 'journal, the first check-in')
  await ana.page.getByText(ana.say('journal.record.formats.first-ten')).first().click()
  await expect(ana.heading('journal.record.lines')).toBeVisible()
  await look(ana, 'a record')
  await openAt(ana, '', ana.link('home.next.weekly', { minutes: '15' }))
  await look(ana, 'home, after a check-in', { fold: true })
}

async function offer(person: Person, words: string): Promise<void> {
  await person.button('closing.lines.write').click()
  await person.field('closing.lines.label').fill(words)
  await person.button('closing.lines.offer').click()
}
