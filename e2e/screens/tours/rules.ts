import { expect } from '@playwright/test'
import { type Couple, openAt, type Tour, unfold } from '../tour.ts'
import { WRITTEN } from '../written.ts'

/** The rules of two: the first ones, a suggestion and its answer, what one changes alone, and what was signed before. */
export const rules: Tour = async ({ meet, look, language }) => {
  const written = WRITTEN[language]
  const couple = await meet({ agreed: false })
  await theFirst(couple, look)
  const { ana, ben } = couple

  await openAt(ana, '/agreement', ana.heading('agreement.inForce.title'))
  await ana.button('agreement.inForce.change').click()
  await ana.button('agreement.word.add').click()
  await ana.page.getByLabel(ana.say('agreement.word.another', { place: '2' })).fill(written.secondWord)
  await ana.field('agreement.signs.name').fill(written.signs)
  await ana.field('agreement.leaveAlone.name').fill(written.leaveAlone)
  await look(ana, 'rules, changing them')
  await ana.button('agreement.propose.action').click()
  await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  await openAt(ben, '/agreement', ben.button('agreement.toSign.change'))
  await look(ben, 'rules, what would change')
  await ben.button('agreement.toSign.change').click()
  await ben.field('agreement.aftercare.name').fill(written.aftercare)
  await ben.button('agreement.propose.action').click()
  await expect(ana.heading('agreement.countered.title', { name: 'Ben' })).toBeVisible()
  await look(ana, 'rules, answered with others')
  await look(ben, 'rules, my answer')
  await ana.button('agreement.toSign.sign').click()
  await expect(ana.heading('agreement.inForce.title')).toBeVisible()

  await unfold(ana)
  await look(ana, 'rules, in force')
  await ana.button('agreement.alone.sign').first().click()
  await expect(ana.heading('agreement.inForce.titleAmended')).toBeVisible()
  await look(ana, 'rules, changed by one')
  await openAt(ana, '/agreement/history')
  await look(ana, 'rules, what was signed before')

  await ana.page.route('**/api/agreement', async (route) => {
    const response = await route.fetch()
    const answer = await response.json()
    answer.current.rules.cooldownMs = 3_600_000
    await route.fulfill({ response, json: answer })
  })
  await openAt(ana, '/agreement', ana.heading('agreement.tampered.title'))
  await look(ana, 'rules that do not fit their signatures')
  await openAt(ana, '/check-in', ana.heading('check-in.door.tampered.title'))
  await look(ana, 'check-in, rules that do not fit')
}

async function theFirst({ ana, ben }: Couple, look: Parameters<Tour>[0]['look']): Promise<void> {
  await openAt(ana, '', ana.text('home.rules.none', { name: 'Ben' }))
  await look(ana, 'home, before the rules', { fold: true })
  await openAt(ana, '/check-in', ana.heading('check-in.door.noAgreement.title'))
  await look(ana, 'check-in, before the rules')
  await openAt(ana, '/agreement', ana.button('agreement.first.fine'))
  await look(ana, 'rules, the first')
  await ana.button('agreement.first.more').click()
  await expect(ana.button('agreement.propose.action')).toBeVisible()
  await look(ana, 'rules, the first, other times')
  await openAt(ben, '/agreement', ben.button('agreement.first.more'))
  await ben.button('agreement.first.more').click()
  await openAt(ana, '/agreement', ana.button('agreement.first.fine'))
  await ana.button('agreement.first.fine').click()
  await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  await expect(ben.button('agreement.stillWriting.answer')).toBeVisible()
  await look(ben, 'rules, suggested while one writes')
  await look(ana, 'rules, signed by one')
  await openAt(ben, '', ben.text('home.rules.theirs', { name: 'Ana' }))
  await look(ben, 'home, rules to sign', { fold: true })
  await openAt(ben, '/agreement', ben.button('agreement.toSign.change'))
  await look(ben, 'rules, to sign')
  await ben.button('agreement.first.fine').click()
  await expect(ben.button('agreement.inForce.change')).toBeVisible()
  await look(ben, 'rules, next the pause')
}
