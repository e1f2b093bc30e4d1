import type { Page } from '@playwright/test'
import { isPaused, openCheckIn } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

type Json = { [key: string]: unknown }

/** From now on the server lies to this page about the agreement. */
async function lie(page: Page, change: (answer: { current: Json; basis: Json[] }) => void): Promise<void> {
  await page.route('**/api/agreement', async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as { current: Json; basis: Json[] }
    change(answer)
    await route.fulfill({ response, json: answer })
  })
}

const rule = (person: Person, key: string) =>
  person.page.getByRole('term').filter({ hasText: person.say(`agreement.${key}.name`) })

async function changeBreakAlone(person: Person): Promise<void> {
  await person.open('/agreement')
  await person.text('agreement.alone.break').click()
  await person.button('agreement.alone.sign').first().click()
  await expect(person.heading('agreement.inForce.titleAmended')).toBeVisible()
}

/** One more topic to leave alone, by one signature. */
async function leaveAloneAlone(person: Person, topic: string): Promise<void> {
  await person.open('/agreement')
  await person.text('agreement.alone.topic').click()
  await person.field('agreement.alone.topicLabel').fill(topic)
  await person.button('agreement.alone.signTopic').last().click()
}

test('L4: a suggestion is answered with another, both stay in view, and both sign', async ({
  couple: { ana, ben },
}) => {
  await test.step('Ana suggests more words, signs, and a topic to leave alone', async () => {
    await ana.open('/agreement')
    await ana.button('agreement.inForce.change').click()
    await ana.button('agreement.word.add').click()
    await ana.page.getByLabel(ana.say('agreement.word.another', { place: '2' })).fill('blue teapot')
    await ana.field('agreement.signs.name').fill('I look at the door.')
    await ana.field('agreement.leaveAlone.name').fill('my mother\nthe car')
    await ana.button('agreement.propose.action').click()
    await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  })
  await test.step('Ben sees what changes, and answers', async () => {
    await ben.open('/agreement')
    await expect(ben.page.getByText('my mother')).toBeVisible()
    await expect(rule(ben, 'signs')).toContainText(ben.say('agreement.countered.changed'))
    await ben.button('agreement.toSign.change').click()
    await ben.field('agreement.aftercare.name').fill('Tea, and nobody talks.')
    await ben.button('agreement.propose.action').click()
    await expect(ben.heading('agreement.proposed.title')).toBeVisible()
    await expect(rule(ben, 'aftercare')).toContainText(ben.say('agreement.countered.changed'))
  })
  await test.step('Ana compares it with her own, and signs', async () => {
    await expect(ana.heading('agreement.countered.title', { name: 'Ben' })).toBeVisible()
    await expect(rule(ana, 'aftercare')).toContainText(ana.say('agreement.countered.changed'))
    await expect(rule(ana, 'signs')).not.toContainText(ana.say('agreement.countered.changed'))
    await ana.button('agreement.toSign.sign').click()
    for (const one of [ana, ben]) await expect(one.heading('agreement.inForce.title')).toBeVisible()
  })
  await test.step('any of the words stops both', async () => {
    await openCheckIn(ana, ben)
    await ana.field('check-in.words.label').fill('oh, Blue Teapot.')
    await isPaused(ana)
    await isPaused(ben)
  })
})

test('L4: one signature makes the break longer and leaves one more topic alone; the history keeps it', async ({
  couple: { ana, ben },
}) => {
  await changeBreakAlone(ana)
  await ben.open('/agreement')
  await expect(ben.heading('agreement.inForce.titleAmended')).toBeVisible()
  await ben.text('agreement.alone.topic').click()
  await ben.field('agreement.alone.topicLabel').fill('work after nine')
  await ben.button('agreement.alone.signTopic').last().click()
  await expect(ben.page.getByRole('definition').filter({ hasText: 'work after nine' })).toBeVisible()
  await expect(ana.page.getByRole('definition').filter({ hasText: 'work after nine' })).toBeVisible()
  await ana.link('agreement.history.link').click()
  for (const by of [/Ben alone/, /you alone/, /Signed by both/]) await expect(ana.page.getByText(by)).toBeVisible()
})

test('L4: what one changed alone is never taken for what both signed, nor for more', async ({
  couple: { ana, ben },
}) => {
  await changeBreakAlone(ana)
  await test.step('shown as signed by both', async () => {
    await lie(ben.page, ({ current, basis }) => {
      const { signatures } = current as { signatures: { a: string } }
      Object.assign(current, { kind: 'agreement', signatures: { a: signatures.a, b: signatures.a } })
      basis.length = 0
    })
    await ben.open('/agreement')
    await expect(ben.heading('agreement.tampered.title')).toBeVisible()
    await ben.page.unroute('**/api/agreement')
  })
  await test.step('with what it rests on left out', async () => {
    await lie(ben.page, ({ basis }) => {
      basis.length = 0
    })
    await ben.open('/agreement')
    await expect(ben.heading('agreement.tampered.title')).toBeVisible()
    await ben.page.unroute('**/api/agreement')
  })
  await test.step('with another number', async () => {
    await lie(ben.page, ({ current }) => {
      Object.assign(current.rules as Json, { cooldownMs: 3_600_000 })
    })
    await ben.open('/agreement')
    await expect(ben.heading('agreement.tampered.title')).toBeVisible()
    await ben.page.unroute('**/api/agreement')
  })
  await ben.open('/agreement')
  await expect(ben.page.getByText(OUR_WORD)).toBeVisible()
})

test('L4: a suggestion that gave way to a change made by one is offered again, with its text', async ({
  couple: { ana, ben },
}) => {
  await test.step('Ana has suggested something, and Ben changes one thing alone', async () => {
    await ana.open('/agreement')
    await ana.button('agreement.inForce.change').click()
    await ana.field('agreement.aftercare.name').fill('Tea, and nobody talks.')
    await ana.button('agreement.propose.action').click()
    await expect(ana.heading('agreement.proposed.title')).toBeVisible()
    await leaveAloneAlone(ben, 'work after nine')
  })
  await test.step('Ana finds hers again, also after a reload, with his change in it', async () => {
    await expect(ana.text('agreement.overtaken.body')).toBeVisible()
    await ana.page.reload()
    await ana.button('agreement.overtaken.again').click()
    await expect(ana.field('agreement.aftercare.name')).toHaveValue('Tea, and nobody talks.')
    await expect(ana.field('agreement.leaveAlone.name')).toHaveValue('work after nine')
    await ana.button('agreement.propose.action').click()
    await expect(ana.heading('agreement.proposed.title')).toBeVisible()
    await expect(ana.text('agreement.overtaken.body')).toBeHidden()
  })
  await test.step('both sign', async () => {
    await ben.button('agreement.toSign.sign').click()
    for (const one of [ana, ben]) {
      await expect(one.heading('agreement.inForce.title')).toBeVisible()
      await expect(one.page.getByRole('definition').filter({ hasText: 'Tea, and nobody talks.' })).toBeVisible()
      await expect(one.page.getByRole('definition').filter({ hasText: 'work after nine' })).toBeVisible()
    }
    await expect(ana.text('agreement.stillWriting.body')).toBeHidden()
  })
})

test('L4: what somebody is writing waits while the rules change under it', async ({ couple: { ana, ben } }) => {
  await ana.open('/agreement')
  await ana.button('agreement.inForce.change').click()
  await ana.field('agreement.signs.name').fill('I look at the door.')
  await leaveAloneAlone(ben, 'work after nine')
  await expect(ana.text('agreement.stillWriting.body')).toBeVisible()
  await expect(ana.page.getByRole('definition').filter({ hasText: 'work after nine' })).toBeVisible()
  await ana.button('agreement.stillWriting.goOn').click()
  await expect(ana.field('agreement.signs.name')).toHaveValue('I look at the door.')
  await ana.button('agreement.propose.action').click()
  await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  await expect(ana.page.getByRole('definition').filter({ hasText: 'work after nine' })).toBeVisible()
})

test('L4: first rules that one is writing wait while the other suggests some, and are the answer to them', async ({
  meet,
}) => {
  const { ana, ben } = await meet({ agreed: false })
  await ana.open('/agreement')
  await ana.page.getByText(ana.say('agreement.word.own'), { exact: true }).click()
  await ana.field('agreement.word.ownLabel').fill('blue teapot')
  await ana.button('agreement.first.more').click()
  await expect(ana.field('agreement.word.ownLabel')).toHaveValue('blue teapot')
  await ana.field('agreement.signs.name').fill('I look at the door.')

  await ben.open('/agreement')
  await ben.button('agreement.first.fine').click()
  await expect(ben.heading('agreement.proposed.title')).toBeVisible()

  await expect(ana.text('agreement.stillWriting.answerBody', { name: 'Ben' })).toBeVisible()
  await expect(ana.heading('agreement.toSign.title', { name: 'Ben' })).toBeVisible()
  await ana.button('agreement.stillWriting.answer').click()
  await expect(ana.field('agreement.word.ownLabel')).toHaveValue('blue teapot')
  await expect(ana.field('agreement.signs.name')).toHaveValue('I look at the door.')
  await ana.button('agreement.propose.action').click()
  await expect(ana.heading('agreement.proposed.title')).toBeVisible()
  await expect(ben.heading('agreement.countered.title', { name: 'Ana' })).toBeVisible()
  await expect(ben.page.getByRole('definition').filter({ hasText: 'I look at the door.' })).toBeVisible()
})

test('the rules of the first day bind nobody later: each asks for itself whether to keep them, and nothing waits for it', async ({
  couple,
  arrive,
  house,
}) => {
  const DAY_MS = 86_400_000
  await test.step('on the first day nobody is asked', async () => {
    await couple.ana.open('/check-in')
    await expect(couple.ana.button('check-in.willing.yes')).toBeVisible()
    await expect(couple.ana.page.getByRole('region', { name: couple.ana.say('check-in.firstDay.label') })).toBeHidden()
  })
  await house.letTimePass(DAY_MS)
  const nextDay = async (name: string, account: Person['account']) => {
    const person = await arrive(name)
    await person.page.clock.install({ time: Date.now() + DAY_MS })
    await person.moveIn(account)
    return person
  }
  const [ana, ben] = [await nextDay('Ana', couple.ana.account), await nextDay('Ben', couple.ben.account)]
  const rulesOf = (one: Person) => one.page.getByRole('region', { name: one.say('check-in.firstDay.label') })
  await test.step('Ana is asked once, and leaves it at one day at a time', async () => {
    await ana.open('/check-in')
    await expect(rulesOf(ana)).toContainText('20 minutes')
    await ana.button('check-in.firstDay.leave').click()
    await expect(ana.button('check-in.firstDay.keep')).toBeHidden()
    await ana.page.reload()
    await expect(rulesOf(ana)).toBeVisible()
    await expect(ana.button('check-in.firstDay.keep')).toBeHidden()
  })
  await test.step('Ben would keep them; Ana is told, and signs', async () => {
    await ben.open('/check-in')
    await ben.button('check-in.firstDay.keep').click()
    await expect(rulesOf(ben)).toContainText(ben.say('check-in.firstDay.mine', { known: 'yes', name: 'Ana' }))
    await expect(rulesOf(ana)).toContainText(ana.say('check-in.firstDay.theirs', { known: 'yes', name: 'Ben' }))
    await ana.link('check-in.firstDay.look').click()
    await expect(ana.heading('agreement.keep.title', { known: 'yes', name: 'Ben' })).toBeVisible()
    await ana.open('/check-in')
    await ana.button('check-in.firstDay.keep').click()
    for (const one of [ana, ben]) await expect(rulesOf(one)).toBeHidden()
    await ana.open('/agreement')
    await expect(ana.heading('agreement.inForce.title')).toBeVisible()
    await expect(ana.text('agreement.inForce.body')).toBeVisible()
  })
})

test('a check-in on a later day opens under the first rules without an answer about them', async ({
  couple,
  arrive,
  house,
}) => {
  const DAY_MS = 86_400_000
  await house.letTimePass(DAY_MS)
  const people: Person[] = []
  for (const { name, account } of [couple.ana, couple.ben]) {
    const person = await arrive(name)
    await person.page.clock.install({ time: Date.now() + DAY_MS })
    await person.moveIn(account)
    people.push(person)
  }
  const [ana, ben] = people
  if (!ana || !ben) throw new Error('two people were asked for')
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
})
