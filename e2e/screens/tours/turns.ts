import { expect } from '@playwright/test'
import { hasTheStone, sayInWords } from '../../fixtures/check-in.ts'
import type { Person } from '../../fixtures/person.ts'
import { openAs } from '../../fixtures/plan.ts'
import { openAt, type Tour } from '../tour.ts'
import { WRITTEN } from '../written.ts'

/** A weekly aloud: turns, breath, a hand, one minute, the question in the middle. */
export const aloud: Tour = async ({ meet, look }) => {
  const { ana, ben } = await meet()
  await openAs({ format: 'weekly', minutes: 30, way: 'aloud' }, ana, ben)
  await hasTheStone(ana, ben)
  await look(ana, 'my turn')
  await look(ben, 'listening')
  await ben.button('check-in.live.handUp').click()
  await expect(ana.text('check-in.live.handIsUp', { name: 'Ben' })).toBeAttached()
  await look(ana, 'my turn, a hand is up')
  await ana.button('check-in.floor.showTime').click()
  await look(ana, 'my turn, the time left')
  await openAt(ana, '', ana.text('home.next.open'))
  await look(ana, 'home, a check-in is open', { fold: true })
  await openAt(ana, '/check-in', ana.button('check-in.pass.action'))

  await ben.button('check-in.live.oneMinute').click()
  await expect(ana.heading('check-in.aside.title')).toBeVisible()
  await look(ana, 'one minute')
  await ana.button('check-in.aside.back').click()
  await expect(ana.text('check-in.aside.kept')).toBeVisible()
  await look(ana, 'one minute, I am back')
  await ben.button('check-in.aside.back').click()
  await hasTheStone(ana, ben)

  await ana.button('check-in.end.action').click()
  await look(ana, 'my turn, end for today')
  await ana.button('check-in.end.no').click()
  await ben.context.setOffline(true)
  await expect(ben.text('check-in.floor.held')).toBeVisible()
  await expect(ana.text('check-in.floor.clockWaits')).toBeVisible()
  await look(ben, 'held')
  await look(ana, 'my turn, the clock waits')
  await ben.context.setOffline(false)
  await expect(ben.text('check-in.floor.held')).toBeHidden()

  await passUntil([ana, ben], ben.text('check-in.comfort.question'))
  await look(ben, 'is it comfortable')
  await ana.button('check-in.pass.action').click()
  await expect(ana.heading('check-in.floor.breath')).toBeVisible()
  await look(ana, 'a breath')
}

/** The one with the stone passes it, in turn, until something is seen. */
async function passUntil([first, second]: readonly [Person, Person], sight: ReturnType<Person['text']>): Promise<void> {
  for (let holder = first, listener = second; !(await sight.isVisible()); [holder, listener] = [listener, holder]) {
    await holder.button('check-in.pass.action').click()
    await hasTheStone(listener, holder)
  }
}

/** Speak and listen, in writing: what was said, and saying it back. */
export const written: Tour = async ({ meet, look, language }) => {
  const { said, saidMore, heard, notes, jottings } = WRITTEN[language]
  const { ana, ben } = await meet()
  await openAt(ana, '/jottings', ana.field('jottings.label'))
  await ana.field('jottings.label').fill(jottings[0])
  await ana.button('jottings.add').click()
  await expect(ana.field('jottings.label')).toHaveValue('')
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'written' }, ana, ben)
  await hasTheStone(ana, ben)
  await look(ana, 'in writing, my turn, what was noted')
  await ana.button('check-in.jottings.later').click()
  await sayInWords(ana, said)
  await expect(ben.page.getByText(said)).toBeVisible()
  await ana.field('check-in.words.label').fill(saidMore)
  await ben.field('check-in.notes.label').fill(notes)
  await look(ana, 'in writing, my turn')
  await look(ben, 'in writing, listening')
  await ana.button('check-in.words.send').click()
  await expect(ben.page.getByText(saidMore)).toBeVisible()
  await ana.button('check-in.pass.action').click()
  await expect(ben.heading('check-in.reflection.say')).toBeVisible()
  await look(ben, 'in writing, I say it back')
  await look(ana, 'in writing, they say it back')
  await ben.field('check-in.reflection.label').fill(heard)
  await ben.button('check-in.reflection.send').click()
  await expect(ana.button('check-in.reflection.thatsIt')).toBeVisible()
  await look(ana, 'in writing, was that it')
  await look(ben, 'in writing, they see whether that was it')
  await ana.button('check-in.reflection.thatsIt').click()
  await expect(ana.button('check-in.reflection.no')).toBeVisible()
  await look(ana, 'in writing, is there more')
}
