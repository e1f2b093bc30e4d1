import { comeBack, isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { bringGlass, bringMotion } from '../fixtures/hand.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

const TEN_SECONDS = 10_000

const choose = (person: Person, gesture: string) =>
  person.page.getByText(person.say(`signals.${gesture}.name`), { exact: true }).click()
const isChosen = (person: Person, gesture: string) =>
  expect(person.page.getByRole('switch', { name: person.say(`signals.${gesture}.name`) })).toBeChecked()

test('P2: three taps pause where somebody chose them, and nowhere else', async ({ couple: { ana, ben } }) => {
  const [hers, his] = [await bringGlass(ana), await bringGlass(ben)]
  await ana.open('/settings')
  await choose(ana, 'tripleTap')
  await isChosen(ana, 'tripleTap')
  await openCheckIn(ana, ben)
  const heading = ana.heading('check-in.floor.mine')
  const place = await heading.boundingBox()
  if (!place) throw new Error('nothing to tap on')
  const [x, y] = [place.x + 20, place.y + place.height / 2]

  await test.step('not for the one who did not choose them', async () => {
    await his.tap(3, x, y)
    await expect(ben.text('check-in.floor.theirs', { name: 'Ana' })).toBeVisible()
  })
  await test.step('not in a field', async () => {
    const field = await ana.field('check-in.words.label').boundingBox()
    if (!field) throw new Error('no field')
    await hers.tap(3, field.x + 20, field.y + 20)
    await expect(heading).toBeVisible()
  })
  await hers.tap(3, x, y)
  await isPaused(ana)
  await isPaused(ben)
})

test('P2: shaking the phone and laying it face down pause, once they were chosen in a calm moment', async ({
  couple: { ana, ben },
}) => {
  const phone = await bringMotion(ana)
  await ana.open('/settings')
  for (const gesture of ['shake', 'faceDown']) {
    await choose(ana, gesture)
    await isChosen(ana, gesture)
  }
  await openCheckIn(ana, ben)
  await phone.is('shaken')
  await isPaused(ana)
  await isPaused(ben)
  await ben.button('check-in.end.action').click()
  await ben.button('check-in.end.yes').click()
  await expect(ana.heading('check-in.ended.title')).toBeVisible()

  await openCheckIn(ana, ben)
  await phone.is('laid down')
  await isPaused(ana)
  await isPaused(ben)
})

test('P2: what this device cannot do stays off, and the settings say so', async ({ meet }) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  for (const person of [ana, ben]) {
    // As most browsers are.
    await person.page.addInitScript(() => Reflect.deleteProperty(window, 'SpeechRecognition'))
    await person.open('/settings')
    await expect(person.text('signals.tripleTap.none')).toBeVisible()
    await expect(person.text('signals.speech.none')).toBeVisible()
    await expect(person.text('signals.speech.name')).toBeHidden()
    for (const gesture of ['shake', 'faceDown']) {
      await choose(person, gesture)
      await expect(person.text(`signals.${gesture}.none`)).toBeVisible()
      await expect(person.page.getByRole('switch', { name: person.say(`signals.${gesture}.name`) })).not.toBeChecked()
    }
  }
})

test('P2: a sense that is silent on the day is told before the check-in begins', async ({ couple: { ana } }) => {
  await bringMotion(ana)
  await ana.open('/settings')
  await choose(ana, 'shake')
  await isChosen(ana, 'shake')
  await ana.open('/check-in')
  await expect(ana.heading('check-in.willing.question')).toBeVisible()
  // A page without the senses, as after a system has taken the permission back.
  const page = await ana.context.newPage()
  await page.addInitScript(() => {
    window.addEventListener('devicemotion', (event) => event.stopImmediatePropagation(), true)
  })
  await page.goto(ana.page.url())
  await expect(page.getByText(ana.say('signals.deaf'))).toBeVisible()
  await expect(ana.text('signals.deaf')).toBeHidden()
})

test('P1: slow is one touch, shows both the same line without a name, and stops nothing', async ({ meet }) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await openCheckIn(ana, ben)
  await ben.button('check-in.live.slow').click()
  for (const person of [ana, ben]) {
    await expect(person.text('check-in.floor.slower')).toBeVisible()
    await expect(person.button('check-in.live.slow')).toBeHidden()
  }
  await expect(ana.text('check-in.floor.mine')).toBeVisible()
  await expect(ana.field('check-in.words.label')).toBeEditable()
  await ana.button('check-in.pass.action').click()
  await expect(ben.text('check-in.floor.mine')).toBeVisible()
  await expect(ben.button('check-in.live.slow')).toBeVisible()
})

test('P8: in a practice each tries every signal with the real thing, and what was tried is marked there alone', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  for (const person of [ana, ben]) await person.open('/check-in?try')
  for (const person of [ana, ben]) await expect(person.heading('signals.practice.title')).toBeVisible()
  const mark = (person: Person, signal: string, state: 'tried' | 'notTried', values = {}) =>
    expect(
      person.page
        .getByRole('listitem')
        .filter({ hasText: person.say(`signals.practice.${signal}`, values) })
        .filter({ hasText: person.say(`signals.practice.${state}`) }),
    ).toBeVisible()
  const goOn = async () => {
    for (const person of [ana, ben]) await isPaused(person)
    await house.letTimePass(TEN_SECONDS)
    for (const person of [ana, ben]) await person.button('check-in.paused.ready').click({ timeout: 2 * TEN_SECONDS })
    await comeBack(ana, ben)
    for (const person of [ana, ben]) await expect(person.heading('signals.practice.title')).toBeVisible()
  }
  for (const signal of ['button', 'word', 'slow']) await mark(ana, signal, 'notTried')

  await ana.button('check-in.live.slow').click()
  await mark(ana, 'slow', 'tried')
  await mark(ben, 'slow', 'notTried')

  await ana.button('check-in.pause.action').click()
  await goOn()
  await mark(ana, 'button', 'tried')
  await mark(ben, 'button', 'notTried')

  await ben.field('signals.practice.word').fill(`${OUR_WORD} `)
  await expect(ana.text('check-in.paused.topicRests')).toBeVisible()
  await goOn()
  await mark(ben, 'word', 'tried')
  await mark(ana, 'word', 'notTried')

  await ana.page.keyboard.press('Control+.')
  await goOn()
  await mark(ana, 'key', 'tried', { keys: 'Ctrl .' })

  const kept = await ana.page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)].join(' '))
  expect(kept).not.toMatch(/tried|practice|signal/)
  expect([ana.complaints, ben.complaints]).toEqual([[], []])
})
