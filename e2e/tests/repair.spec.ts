import {
  areReady,
  bringClock,
  comeBack,
  hasTheStone,
  letTimePass,
  sayInWords,
  wantsToSpeak,
} from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Nobody is asked at night, so both live where it is noon. Zones named so count the hours to Greenwich, not from it. */
const HOURS_TO_NOON = 12 - new Date().getUTCHours()
test.use({
  viewport: { width: 390, height: 844 },
  timezoneId: HOURS_TO_NOON < 0 ? `Etc/GMT+${-HOURS_TO_NOON}` : `Etc/GMT-${HOURS_TO_NOON}`,
})

async function bothSayYes(...people: Person[]): Promise<void> {
  for (const person of people) {
    await wantsToSpeak(person, 'written')
    await person.button('check-in.willing.yes').click()
  }
}

const breathes = (person: Person) => expect(person.heading('check-in.paused.breather.title')).toBeVisible()
const pass = (holder: Person) => holder.button('check-in.pass.action').click()

test('P9: making something right: an offer, a breather of days, wishes before reasons, gone on with, and closed for good', async ({
  house,
  meet,
}) => {
  const { ana, ben } = await meet({ languages: ['en', 'es'] })
  await bringClock(ana, ben)
  for (const person of [ana, ben]) await person.open('/check-in')

  await test.step('Ana offers it, with three days before; Ben sees whose offer it is, and that he owes nothing', async () => {
    await ana.button('check-in.willing.anotherKind').click()
    await ana.button('check-in.willing.kind.repair').click()
    await expect(ana.text('check-in.repair.offer.what')).toBeVisible()
    await ana.page.getByText('3 days', { exact: true }).click()
    await ana.button('check-in.repair.offer.action').click()
    await expect(ana.text('check-in.repair.by.me')).toBeVisible()
    await expect(ben.text('check-in.repair.by.them', { name: 'Ana' })).toBeVisible()
    await expect(ben.page.getByText('un respiro de 3 días')).toBeVisible()
    await expect(ben.button('check-in.repair.nothingMore.action')).toBeHidden()
  })

  await test.step('two yeses begin the breather, and it outlives a reload and two days', async () => {
    await bothSayYes(ana, ben)
    for (const person of [ana, ben]) await breathes(person)
    await ben.page.reload()
    await breathes(ben)
    await letTimePass(house, 2 * DAY, ana, ben)
    for (const person of [ana, ben]) await breathes(person)
    await expect(ana.button('check-in.repair.nothingMore.action')).toBeHidden()
    await expect(ben.button('check-in.repair.nothingMore.action')).toBeVisible()
  })

  await test.step('when it is over both are asked, and Ana begins, although it may be Ben’s turn to', async () => {
    await letTimePass(house, DAY + MINUTE, ana, ben)
    for (const person of [ana, ben]) await expect(person.heading('check-in.paused.ask')).toBeVisible()
    await areReady(ana, ben)
    await comeBack(ana, ben)
    await hasTheStone(ana, ben)
    await expect(ana.text('check-in.agenda.invite.apology')).toBeVisible()
    await sayInWords(ana, 'I shouted at you. I am sorry.')
    await expect(ben.page.getByText('I shouted at you. I am sorry.')).toBeVisible()
    await pass(ana)
  })

  await test.step('what Ben wants comes before what Ana has to explain', async () => {
    await hasTheStone(ben, ana)
    await expect(ben.text('check-in.agenda.invite.all-right')).toBeVisible()
    await expect(ben.text('check-in.agenda.invite.want-first')).toBeVisible()
    await pass(ben)
    await hasTheStone(ana, ben)
    await expect(ana.text('check-in.agenda.invite.responsibility')).toBeVisible()
    await expect(ana.text('check-in.agenda.invite.felt-and-need')).toBeHidden()
  })

  await test.step('it ends for today, and the next check-in offers to go on there', async () => {
    await ana.button('check-in.end.action').click()
    await ana.button('check-in.end.yes').click()
    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.ended.title')).toBeVisible()
      await person.open('/check-in')
      await expect(person.button('check-in.repair.goOn')).toBeVisible()
    }
    await expect(ana.text('check-in.repair.left.me', { step: ana.say('check-in.agenda.responsibility') })).toBeVisible()
    await expect(ana.button('check-in.repair.nothingMore.action')).toBeHidden()
    await ben.button('check-in.repair.goOn').click()
    await expect(ana.text('check-in.repair.goesOn', { step: ana.say('check-in.agenda.responsibility') })).toBeVisible()
    await bothSayYes(ana, ben)
    await hasTheStone(ana, ben)
    await expect(ana.text('check-in.agenda.invite.responsibility')).toBeVisible()
  })

  await test.step('nothing more: Ben closes it for good, and it is never offered again', async () => {
    await ben.button('check-in.repair.nothingMore.action').click()
    await ben.button('check-in.repair.nothingMore.yes').click()
    await expect(ben.text('check-in.ended.closed.me.text')).toBeVisible()
    await expect(ana.text('check-in.ended.closed.them.text', { name: 'Ben' })).toBeVisible()
    for (const person of [ana, ben]) await person.open('/check-in')
    await expect(ana.text('check-in.repair.closed.them', { name: 'Ben' })).toBeVisible()
    await expect(ben.text('check-in.repair.closed.me')).toBeVisible()
    for (const person of [ana, ben]) await expect(person.button('check-in.repair.goOn')).toBeHidden()
  })
})
