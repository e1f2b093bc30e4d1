import { areReady, bringClock, comeBack, hasTheStone, isPaused, letTimePass } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const PRACTICE_BREAK_MS = 11_000
const A_BREATH_MS = 6_000

for (const [hers, his] of [
  ['en', 'es'],
  ['es', 'en'],
] as const) {
  test(`from a partner's link to the end of the first ten minutes, ${hers} and ${his}`, async ({ house, arrive }) => {
    const ana = await arrive('Ana', { language: hers })
    const ben = await arrive('Ben', { language: his })
    await bringClock(ana, ben)
    await ana.signUp()

    await test.step('the invitation asks without an account, in his language; the other one is a press away', async () => {
      await ben.page.goto(await ana.invite())
      for (const [name, language] of [
        [his === 'es' ? 'English' : 'Español', hers],
        [his === 'es' ? 'Español' : 'English', his],
      ] as const) {
        await ben.page.getByRole('button', { name, exact: true }).click()
        await expect(ben.page.locator('html')).toHaveAttribute('lang', language)
      }
      await expect(ben.text('partnership.ask.asks', { name: 'Ana' })).toBeVisible()
      await expect(ben.text('partnership.ask.unseen', { name: 'Ana' })).toBeVisible()
      await ben.button('partnership.ask.look').click()
      await ben.link('partnership.look.begin').click()
      await ben.answerSignUp()
      await ben.button('partnership.look.linkWith', { name: 'Ana' }).click()
      await ana.button('partnership.answered.yes', { name: 'Ben' }).click()
    })

    await test.step('rules for today: one press each', async () => {
      for (const one of [ana, ben]) await one.link('partnership.linked.next').click()
      await ana.button('agreement.first.fine').click()
      await expect(ana.heading('agreement.proposed.title')).toBeVisible()
      await expect(ben.button('agreement.toSign.change')).toBeVisible()
      await ben.button('agreement.first.fine').click()
    })

    await test.step('they try the pause: ten seconds, two yeses', async () => {
      for (const one of [ana, ben]) await one.link('agreement.first.try').click()
      for (const one of [ana, ben]) await expect(one.button('check-in.end.action')).toBeVisible()
      await ben.button('check-in.pause.action').click()
      for (const one of [ana, ben]) await isPaused(one)
      await letTimePass(house, PRACTICE_BREAK_MS, ana, ben)
      await areReady(ana, ben)
      await comeBack(ana, ben)
      // Those screens can end it too; this is about what comes after.
      for (const one of [ana, ben]) await expect(one.heading('signals.practice.title')).toBeVisible()
      await endIt(ana)
      for (const one of [ana, ben]) await one.button('check-in.ended.next.firstTen').click()
    })

    await test.step('one good thing, two turns each, and a thank-you', async () => {
      for (const one of [ana, ben]) {
        await one.page.getByText(one.say('check-in.willing.way.aloud'), { exact: true }).click()
        await one.button('check-in.willing.yes').click()
      }
      for (const [holder, listener] of [
        [ana, ben],
        [ben, ana],
        [ana, ben],
        [ben, ana],
      ] as const) {
        await letTimePass(house, A_BREATH_MS, ana, ben)
        await hasTheStone(holder, listener)
        await holder.button('check-in.pass.action').click()
      }
      for (const one of [ana, ben]) await expect(one.heading('closing.title')).toBeVisible()
    })

    await test.step('after the end, the sheet before anything else', async () => {
      for (const one of [ana, ben]) {
        await one.button('closing.thanks.ready.here').click()
        await expect(one.text('closing.thanks.sent')).toBeVisible()
      }
      await ana.button('closing.close').click()
      for (const one of [ana, ben]) {
        await one.link('check-in.ended.next.sheet').click()
        await expect(one.heading('account.sheet.accountKey')).toBeVisible()
        await one.button('account.sheet.saved').click()
      }
      expect([...ana.complaints, ...ben.complaints]).toEqual([])
    })
  })
}

async function endIt(person: Person): Promise<void> {
  await person.button('check-in.end.action').click()
  await person.button('check-in.end.yes').click()
}
