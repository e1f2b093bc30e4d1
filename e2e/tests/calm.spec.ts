import {
  areReady,
  bringClock,
  comeBack,
  hasTheStone,
  isPaused,
  letTimePass,
  openCheckIn,
} from '../fixtures/check-in.ts'
import { announced, listenIn, pressByKeyboard } from '../fixtures/keyboard.ts'
import type { Person } from '../fixtures/person.ts'
import { watchTraffic } from '../fixtures/traffic.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const TWENTY_MINUTES = 20 * 60_000
const SENSES = ['see', 'feel', 'hear', 'smell', 'taste', 'here'] as const

/** What moves on this page. */
const moving = ({ page }: Person) =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes().flatMap(Object.keys) : ['?']))
      .map((names) => names.filter((name) => !['offset', 'computedOffset', 'easing', 'composite'].includes(name))),
  )

const open = (person: Person, tool: string) => person.button(`calm.tools.${tool}`).click()
const close = (person: Person) => person.button('calm.back').click()

test('P6: what helps while paused sends nothing, keeps nothing, and shows nothing to the other one', async ({
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  const traffic = watchTraffic(ana.page)
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  for (const person of [ana, ben]) await expect(person.text('check-in.paused.set')).toBeVisible()
  const bensScreen = await ben.page.locator('main').innerHTML()
  // When somebody last touched the screen is noted wherever they do, for the lock.
  const storage = () =>
    ana.page.evaluate(() => ({ ...localStorage, ...sessionStorage, 'turnstone.touched': undefined }))
  const kept = await storage()
  expect(await moving(ana)).toEqual([])
  traffic.forget()

  await test.step('breathing moves one thing, by transform alone', async () => {
    await open(ana, 'breathing')
    await expect(ana.heading('calm.tools.breathing')).toBeFocused()
    await expect(ana.page.getByText(ana.say('calm.breathing.phase.in'), { exact: true })).toBeVisible()
    expect(await moving(ana)).toEqual([['transform', 'transform']])
    await expect(ana.page.getByText(ana.say('calm.breathing.phase.out'), { exact: true })).toBeVisible()
    await close(ana)
    await expect(ana.button('calm.tools.breathing')).toBeFocused()
    expect(await moving(ana)).toEqual([])
  })

  await test.step('five things, four, three, two, one', async () => {
    await open(ana, 'grounding')
    for (const sense of SENSES) {
      await expect(ana.heading(`calm.grounding.steps.${sense}.title`)).toBeVisible()
      if (sense !== 'here') await ana.button('calm.grounding.next').click()
    }
    await ana.button('calm.grounding.before').click()
    await expect(ana.heading('calm.grounding.steps.taste.title')).toBeFocused()
    expect(await ana.page.locator('input, textarea').count()).toBe(0)
    await close(ana)
  })

  await test.step('cards', async () => {
    await open(ana, 'cards')
    for (const card of ['space', 'near', 'noWords']) {
      await ana.button(`calm.cards.words.${card}`).click()
      await expect(ana.text(`calm.cards.words.${card}`)).toBeInViewport({ ratio: 1 })
      await ana.button('common.card.back').click()
    }
    await close(ana)
  })

  expect(traffic.sent()).toEqual([])
  expect(await storage()).toEqual(kept)
  expect(await ben.page.locator('main').innerHTML()).toBe(bensScreen)
})

test('P6: the way one breathes is remembered on the device; sound and touch are off until chosen', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await ana.page.addInitScript(() => {
    const touched: unknown[] = []
    Object.assign(window, { touched })
    Object.defineProperty(navigator, 'vibrate', { value: (taps: unknown) => touched.push(taps) })
  })
  await ana.signUp()
  const breathe = async () => {
    await ana.open('')
    await ana.button('home.pause.action').click()
    await open(ana, 'breathing')
    await ana.page
      .locator('summary')
      .filter({ hasText: ana.say('calm.breathing.options') })
      .click()
  }
  const box = ana.page.getByRole('radio', { name: ana.say('calm.breathing.box'), exact: true })
  const option = (name: string) => ana.page.getByRole('checkbox', { name: ana.say(`calm.breathing.${name}`) })
  await breathe()
  await expect(ana.text('calm.breathing.how.even')).toBeVisible()
  for (const name of ['sound', 'vibration']) await expect(option(name)).not.toBeChecked()
  expect(await ana.page.evaluate(() => (window as unknown as { touched: unknown[] }).touched)).toEqual([])
  await box.check()
  for (const name of ['sound', 'vibration']) await option(name).check()
  await expect(ana.page.getByText(ana.say('calm.breathing.phase.full'), { exact: true })).toBeVisible()
  await breathe()
  await expect(box).toBeChecked()
  for (const name of ['sound', 'vibration']) await expect(option(name)).toBeChecked()
  await expect(ana.text('calm.breathing.how.box')).toBeVisible()
  // Nobody is linked here, which home asks about.
  expect(ana.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([])
})

test('P6 P4: what is opened stays open when it turns out that nobody else is there to be paused', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { promise: known, resolve: answer } = Promise.withResolvers<void>()
  await ana.page.route(/\/api\/check-in$/, async (route) => {
    await known
    await route.continue()
  })
  await ana.open('')
  await ana.button('home.pause.action').click()
  await open(ana, 'breathing')
  await expect(ana.heading('calm.tools.breathing')).toBeFocused()
  answer()
  await expect(ana.text('common.calm.untold')).toBeAttached()
  await expect(ana.heading('calm.tools.breathing')).toBeFocused()
  await close(ana)
  await expect(ana.button('calm.tools.breathing')).toBeFocused()
  await ana.button('common.calm.back').click()
  await ana.button('home.pause.action').click()
  await expect(ana.button('calm.tools.breathing')).toBeVisible()
})

test('P6 X5: without motion the words change and nothing moves', async ({ arrive }) => {
  const ana = await arrive('Ana', { reducedMotion: 'reduce' })
  await ana.signUp()
  await ana.open('')
  await ana.button('home.pause.action').click()
  await open(ana, 'breathing')
  for (const phase of ['in', 'out']) {
    await expect(ana.page.getByText(ana.say(`calm.breathing.phase.${phase}`), { exact: true })).toBeVisible()
    expect(await moving(ana)).toEqual([])
  }
})

test('P6: a card is read at two metres, upright and sideways, turns round, and opens without a network', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await ana.context.setOffline(true)
  await ana.button('check-in.pause.action').click()
  await isPaused(ana)
  await open(ana, 'cards')
  await ana.button('calm.cards.words.noWords').click()
  const words = ana.page.locator('p', { hasText: ana.say('calm.cards.words.noWords') })
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 844, height: 390 },
    { width: 320, height: 640 },
  ]) {
    await ana.page.setViewportSize(viewport)
    const size = await words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
    // About 9 mm on a phone, what is read at two metres with weak eyes.
    expect(size).toBeGreaterThanOrEqual(56)
    expect(await words.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await expect(ana.button('common.quickExit')).toBeInViewport({ ratio: 1 })
  }
  await ana.button('common.card.turn').click()
  expect(await words.evaluate((element) => getComputedStyle(element).rotate)).toBe('180deg')
})

test('P1 P6: by keyboard alone; coming back takes the screen from whatever is open, and is said', async ({
  house,
  couple: { ana, ben },
}) => {
  await listenIn(ana)
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)

  await pressByKeyboard(ana, ana.button('calm.tools.cards'))
  await pressByKeyboard(ana, ana.button('calm.cards.words.near'))
  await ana.page.keyboard.press('Escape')
  await expect(ana.button('calm.cards.words.near')).toBeFocused()
  await ana.page.keyboard.press('Escape')
  await expect(ana.button('calm.tools.cards')).toBeFocused()
  await expect(ana.heading('check-in.paused.title')).toBeVisible()

  await test.step('a reload keeps the pause', async () => {
    await pressByKeyboard(ana, ana.button('calm.tools.grounding'))
    await ana.page.reload()
    await isPaused(ana)
  })

  await letTimePass(house, TWENTY_MINUTES, ana, ben)
  await areReady(ana, ben)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await letTimePass(house, TWENTY_MINUTES, ana, ben)
  await areReady(ana)
  await pressByKeyboard(ana, ana.button('calm.tools.breathing'))
  await areReady(ben)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)
  await expect(ana.heading('calm.tools.breathing')).toBeHidden()
  expect((await announced(ana)).at(-1)).toContain(ana.say('check-in.floor.mine'))
})

test('P6 J1: a page to oneself waits sealed when the pause ends, and goes into the own drawer alone', async ({
  house,
  couple: { ana, ben },
}) => {
  const [begun, whole] = ['I am so tired.', 'I am so tired. And it was not about the dishes.']
  await bringClock(ana, ben)
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await open(ana, 'write')
  await ana.field('journal.write.label').fill(begun)
  await letTimePass(house, TWENTY_MINUTES, ana, ben)
  await areReady(ben)
  await close(ana)
  await areReady(ana)
  await comeBack(ana, ben)
  await hasTheStone(ana, ben)

  await ana.button('check-in.pause.action').click()
  await isPaused(ana)
  await ana.page.reload()
  await isPaused(ana)
  await open(ana, 'write')
  await expect(ana.field('journal.write.label')).toHaveValue(begun)
  await ana.field('journal.write.label').fill(whole)
  await ana.button('journal.write.keep').click()
  await expect(ana.heading('journal.write.kept.title')).toBeFocused()
  await close(ana)
  await expect(ana.heading('check-in.paused.title')).toBeVisible()

  await ana.open('/journal/drawer')
  await expect(ana.page.getByText(whole)).toBeVisible()
  await ben.open('/journal')
  await expect(ben.page.getByText(whole)).toHaveCount(0)
})

test('P6: with locked pages a pause still has what needs no key, and says what opens the rest', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await ana.open('/settings')
  await ana.button('account.settings.lockAction').click()
  await expect(ana.button('account.settings.lockAction')).toBeHidden()
  await ben.button('check-in.pause.action').click()
  await ana.open('/check-in')
  await isPaused(ana)
  await open(ana, 'write')
  await expect(ana.text('journal.write.locked.text')).toBeVisible()
  await expect(ana.link('journal.write.locked.unlock')).toBeVisible()
  await close(ana)
  for (const [tool, line] of [
    ['kit', 'locked'],
    ['people', 'peopleLocked'],
  ] as const) {
    await open(ana, tool)
    await expect(ana.text(`kit.here.${line}`)).toBeVisible()
    await expect(ana.link('kit.here.unlock')).toBeVisible()
    await close(ana)
  }
  for (const tool of ['breathing', 'grounding', 'cards', 'help']) {
    await open(ana, tool)
    await expect(ana.heading(`calm.tools.${tool}`)).toBeFocused()
    await close(ana)
  }
})
