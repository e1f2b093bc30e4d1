import type { Page } from '@playwright/test'
import { areReady, bringClock, comeBack, hasTheStone, isPaused, letTimePass } from '../fixtures/check-in.ts'
import { PASSWORD, type Person } from '../fixtures/person.ts'
import { openAs } from '../fixtures/plan.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const DISHES = 'The dishes, again.'
const GENTLY = 'The dishes, and a plan for Sundays.'

/** Nobody is asked at night, so both live where it is noon. Zones named so count the hours to Greenwich, not from it. */
const HOURS_TO_NOON = 12 - new Date().getUTCHours()
test.use({ timezoneId: HOURS_TO_NOON < 0 ? `Etc/GMT+${-HOURS_TO_NOON}` : `Etc/GMT-${HOURS_TO_NOON}` })

/** The size of each list of jottings that this page writes into the account, and all the words that it sends anywhere. */
function watchWrites(page: Page) {
  const sizes: number[] = []
  let words = ''
  page.on('request', (request) => {
    words += `${request.url()} ${request.postData() ?? ''}\n`
    if (request.method() === 'PUT' && new URL(request.url()).pathname === '/api/account/sealed/jottings')
      sizes.push((request.postDataJSON() as { sealed: string }).sealed.length)
  })
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      words += `${String(payload)}\n`
    }),
  )
  return { sizes: () => sizes, words: () => words }
}

/** In letters; every list is filled up beyond it. */
const SMALLEST = 8_192
const TALK = { format: 'speak-and-listen', minutes: 15, way: 'written' } as const

async function jotsDown(person: Person, words: string): Promise<void> {
  await person.open('/jottings')
  await person.field('jottings.label').fill(words)
  await person.button('jottings.add').click()
  await expect(person.field('jottings.label')).toHaveValue('')
}

const rests = (person: Person) => person.text('check-in.live.topicRests')

test('P5: after our word the topic rests until the end, on both sides, and is offered later and never pushed', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await bringClock(ana, ben)
  await jotsDown(ana, DISHES)
  const writes = [watchWrites(ana.page), watchWrites(ben.page)]
  await openAs(TALK, ana, ben)
  await hasTheStone(ana, ben)
  await ana.button('check-in.jottings.tonight').click()
  await expect(ana.button('check-in.jottings.take')).toBeVisible()
  await expect.poll(() => writes[0]?.sizes().length).toBe(1)
  const sorted = writes.map(({ sizes }) => sizes().length)

  await test.step('our word, and both come back: it rests on both screens, and is not offered again', async () => {
    await ben.field('check-in.notes.label').fill(`${OUR_WORD} `)
    for (const person of [ana, ben]) {
      await isPaused(person)
      await expect(person.text('check-in.paused.topicRests')).toBeVisible()
    }
    await letTimePass(house, 21 * MINUTE, ana, ben)
    await areReady(ana, ben)
    for (const person of [ana, ben]) await expect(person.text('check-in.comingBack.topicRests')).toBeVisible()
    await comeBack(ana, ben)
    await hasTheStone(ana, ben)
    for (const person of [ana, ben]) await expect(rests(person)).toBeVisible()
    await expect(ana.text('check-in.agenda.invite.another')).toBeVisible()
    await expect(ana.page.getByText(DISHES)).toBeHidden()
  })

  await test.step('also after a reload, and in the turn of the other one', async () => {
    await ana.page.reload()
    await expect(rests(ana)).toBeVisible()
    await expect(ana.page.getByText(DISHES)).toBeHidden()
    expect(writes.map(({ sizes }) => sizes().length)).toEqual(sorted)
  })

  await test.step('at the end each account gets a list, of one size, and both read that something rests', async () => {
    await ben.button('check-in.end.action').click()
    await ben.button('check-in.end.yes').click()
    for (const person of [ana, ben]) await expect(person.text('check-in.ended.rests')).toBeVisible()
    for (const [one, { sizes }] of writes.entries()) {
      await expect.poll(() => sizes().length).toBe((sorted[one] ?? 0) + 1)
    }
    const [size, ...others] = new Set(writes.flatMap(({ sizes }) => sizes()))
    expect(size).toBeGreaterThan(SMALLEST)
    expect(others).toEqual([])
    for (const { words } of writes) expect(words()).not.toContain('dishes')
    expect(house.log).not.toContain('dishes')
  })

  await test.step('where the next one waits there is a way to the shelf, and nothing more', async () => {
    for (const person of [ana, ben]) {
      await person.open('/check-in')
      await expect(person.link('check-in.jottings.rests')).toBeVisible()
      await expect(person.page.getByText(DISHES)).toBeHidden()
    }
  })

  await test.step('one takes it up in other words, for this check-in', async () => {
    await ana.link('check-in.jottings.rests').click()
    await expect(ana.page.getByText(DISHES)).toBeVisible()
    await ana.button('jottings.shelf.take').click()
    await expect(ana.field('jottings.shelf.words')).toBeFocused()
    await expect(ana.field('jottings.shelf.words')).toHaveValue(DISHES)
    await ana.field('jottings.shelf.words').fill(GENTLY)
    await ana.button('jottings.shelf.bring.tonight').click()
    await expect(ana.text('jottings.shelf.taken')).toBeVisible()
    await expect(ana.text('jottings.shelf.empty')).toBeVisible()
    await ana.link('jottings.shelf.back').click()
    await expect(ana.button('check-in.willing.yes')).toBeVisible()
    await expect(ana.link('check-in.jottings.rests')).toBeHidden()
  })

  await test.step('the other lets theirs go, and it is gone on every look', async () => {
    await ben.link('check-in.jottings.rests').click()
    await expect(ben.text('jottings.shelf.step.speak')).toBeVisible()
    await expect(ben.page.getByText('dishes')).toBeHidden()
    await ben.button('jottings.shelf.letGo').click()
    await ben.button('jottings.shelf.leave').click()
    await ben.button('jottings.shelf.letGo').click()
    await ben.button('jottings.shelf.yes').click()
    await expect(ben.text('jottings.shelf.gone')).toBeVisible()
    await ben.page.reload()
    await expect(ben.text('jottings.shelf.empty')).toBeVisible()
  })

  await test.step('and in the next check-in it is at hand', async () => {
    await openAs({ ...TALK, format: 'weekly' }, ana, ben)
    await ben.button('check-in.pass.action').click()
    await expect(ana.page.getByText(GENTLY)).toBeVisible()
    for (const person of [ana, ben]) await expect(rests(person)).toBeHidden()
    expect(ana.complaints).toEqual([])
  })
})

/** After a day pages are closed; those of whoever was in a check-in until now only soon. */
async function comesAgain(person: Person): Promise<void> {
  const password = person.page.getByLabel(person.say('account.unlock.password'), { exact: true })
  await person.open('/unlock')
  await expect(password.or(person.page.getByRole('navigation')).first()).toBeVisible()
  if (await password.isVisible()) {
    await password.fill(PASSWORD)
    await person.button('account.unlock.submit').click()
  }
  await person.page.waitForURL(new RegExp(`/${person.locale}$`))
}

test('P5: what is set down after a day rests on both shelves, also of whoever was not there', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['es', 'en'] })
  await bringClock(ana, ben)
  await openAs(TALK, ana, ben)
  await ben.button('check-in.pause.action').click()
  for (const person of [ana, ben]) await isPaused(person)
  await ben.open('/')
  await letTimePass(house, DAY + 20 * MINUTE, ana, ben)
  await expect(ana.heading('check-in.ended.setDown.title')).toBeVisible()
  await expect(ana.text('check-in.ended.rests')).toBeVisible()
  for (const person of [ana, ben]) {
    await comesAgain(person)
    await person.open('/check-in')
    await person.link('check-in.jottings.rests').click()
    await expect(person.text('jottings.shelf.step.speak')).toBeVisible()
    await expect(person.button('jottings.shelf.take')).toHaveCount(1)
  }
})
