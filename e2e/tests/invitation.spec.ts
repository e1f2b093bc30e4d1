import { expect, test } from '../fixtures/two-partners.ts'

const ONE_DAY = 24 * 3_600_000

test('L2: expired, used, own, changed and cut links each get their own answer', async ({ house, arrive }) => {
  const ana = await arrive('Ana')
  const ben = await arrive('Ben')
  await ana.signUp()
  const address = await ana.invite()

  await test.step('the secret leaves the address bar at once', async () => {
    await ben.page.goto(address)
    await expect(ben.heading('partnership.ask.asks', { name: 'Ana' })).toBeVisible()
    expect(ben.page.url()).not.toContain('#')
  })
  await test.step('not now: nothing was sent', async () => {
    await ben.button('partnership.ask.notNow').click()
    await expect(ben.heading('partnership.declined.title')).toBeVisible()
  })
  await test.step('own', async () => {
    await ana.page.goto(address)
    await expect(ana.heading('partnership.failed.ownTitle')).toBeVisible()
  })
  await test.step('changed', async () => {
    const last = address.at(-1) === 'A' ? 'Q' : 'A'
    const visitor = await arrive('Visitor')
    await visitor.page.goto(`${address.slice(0, -3)}${address.at(-3) === 'x' ? 'y' : 'x'}${address.at(-2)}${last}`)
    await expect(visitor.heading('partnership.failed.unknownTitle')).toBeVisible()
  })
  await test.step('cut', async () => {
    const visitor = await arrive('Visitor')
    await visitor.page.goto(address.slice(0, -5))
    await expect(visitor.heading('partnership.failed.incompleteTitle')).toBeVisible()
  })
  await test.step('used', async () => {
    await ben.page.goto(address)
    await ben.button('partnership.ask.look').click()
    await ben.link('partnership.look.begin').click()
    await ben.answerSignUp()
    await ben.button('partnership.look.linkWith', { name: 'Ana' }).click()
    await expect(ben.heading('partnership.waiting.title', { name: 'Ana' })).toBeVisible()
    const visitor = await arrive('Visitor')
    await visitor.page.goto(address)
    await expect(visitor.heading('partnership.failed.usedTitle')).toBeVisible()
  })
  await test.step('not whom Ana asked: nothing is linked, and the link stops working', async () => {
    await ana.open('/link')
    await ana.button('partnership.answered.no').click()
    await expect(ana.button('partnership.link.create')).toBeVisible()
    const visitor = await arrive('Visitor')
    await visitor.page.goto(address)
    await expect(visitor.heading('partnership.failed.unknownTitle')).toBeVisible()
  })
  await test.step('expired', async () => {
    const another = await ana.invite()
    await house.letTimePass(ONE_DAY)
    const visitor = await arrive('Visitor')
    await visitor.page.goto(another)
    await expect(visitor.heading('partnership.failed.expiredTitle')).toBeVisible()
  })
})
