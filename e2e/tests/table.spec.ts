import type { Locator } from '@playwright/test'
import { areReady, bringClock, comeBack, isPaused, letTimePass } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { countBeats, letTurnRunUntil } from '../fixtures/plan.ts'
import { chooseKind, counted, half, sitDown, touch } from '../fixtures/table.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const UPRIGHT = { width: 390, height: 844 }
const ON_ITS_SIDE = { width: 844, height: 390 }
const TWENTY_MINUTES = 20 * 60_000

/** The first check-in, at the table and soon over: from now on both phones know how their people like to speak. */
async function meetAtTheTable(ana: Person, ben: Person): Promise<void> {
  await sitDown(ana, ben)
  await expect(half(ana)).toBeVisible()
  await ben.button('check-in.end.action').click()
  await ben.button('check-in.end.yes').click()
  for (const person of [ana, ben]) await expect(person.text('check-in.ended.record.kept')).toBeVisible()
}

for (const [shape, viewport] of [
  ['upright', UPRIGHT],
  ['on its side', ON_ITS_SIDE],
] as const) {
  test(`T2: a whole weekly at the table takes ten taps at most and no letters, the phone ${shape}`, async ({
    couple: { ana, ben },
  }) => {
    await meetAtTheTable(ana, ben)
    const count = await counted(ana, ben)
    for (const person of [ana, ben]) {
      await person.page.setViewportSize(viewport)
      await person.open('')
      await person.link('home.next.weekly', { minutes: '15' }).click()
      await expect(person.heading('check-in.willing.kind.weekly', { minutes: '15' })).toBeVisible()
      await person.button('check-in.willing.yes').click()
    }

    // The other one began last time, so this time the stone starts with Ben, on his phone.
    await expect(ana.heading('table.quiet.title')).toBeVisible()
    for (const whose of ['Ben', 'Ana', 'Ben', 'Ana', 'Ben']) await touch(ben, whose)
    await expect(ben.text('table.thank')).toBeVisible()
    await ben.button('table.close').first().click()

    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.ended.title')).toBeVisible()
      await expect(person.text('check-in.ended.record.kept')).toBeVisible()
    }
    expect(count.letters()).toBe(0)
    expect(count.taps()).toBe(10)
    await ana.open('/journal')
    await expect(ana.page.getByText(ana.say('journal.record.title')).first()).toBeVisible()
    expect([ana.complaints, ben.complaints]).toEqual([[], []])
  })
}

test('T2: the half of whoever listens does nothing, and neither does a second touch', async ({
  couple: { ana, ben },
}) => {
  await sitDown(ana, ben)
  await expect(half(ana)).toBeEnabled()
  const far = { x: 195, y: 200 }
  await ana.page.mouse.click(far.x, far.y)
  await expect(half(ana).filter({ hasText: 'Ana' })).toBeVisible()
  const own = await half(ana).boundingBox()
  await half(ana).dblclick()
  await expect(half(ana).filter({ hasText: 'Ben' })).toBeEnabled()
  // Where the half of Ana is now, nothing passes.
  await ana.page.mouse.click((own?.x ?? 0) + 40, (own?.y ?? 0) + 40)
  await expect(half(ana).filter({ hasText: 'Ben' })).toBeVisible()
})

test('P1 T2: everything stops from either edge of the table, and from the phone that was put away', async ({
  house,
  couple: { ana, ben },
}) => {
  await bringClock(ana, ben)
  await sitDown(ana, ben)
  await expect(half(ana)).toBeVisible()
  const edges = ana.button('check-in.pause.action')
  await expect(edges).toHaveCount(2)
  for (const edge of [edges.first(), edges.last()])
    expect((await edge.boundingBox())?.height).toBeGreaterThanOrEqual(64)

  for (const pause of [edges.first(), edges.last(), ben.button('check-in.pause.action')]) {
    await pause.click()
    for (const person of [ana, ben]) await isPaused(person)
    await letTimePass(house, TWENTY_MINUTES, ana, ben)
    await areReady(ana, ben)
    await comeBack(ana, ben)
    await expect(half(ana).filter({ hasText: 'Ana' })).toBeVisible()
  }
})

test('T2: the other phone takes the place of the one on the table, over a reload too', async ({
  couple: { ana, ben },
}) => {
  await sitDown(ana, ben)
  await expect(half(ana)).toBeVisible()
  await ben.button('table.quiet.useThis').click()
  await expect(half(ben).filter({ hasText: 'Ana' })).toBeVisible()
  await ana.page.getByRole('button', { name: ana.say('table.menu.open') }).click()
  await ana.button('table.menu.otherPhone').click()
  for (const person of [ana, ben]) await person.page.reload()
  await expect(ana.heading('table.quiet.title')).toBeVisible()
  await touch(ben, 'Ana')
  await expect(half(ben).filter({ hasText: 'Ben' })).toBeVisible()
})

test('T5: one minute at the table waits for both of those who sit there', async ({ couple: { ana, ben } }) => {
  await sitDown(ana, ben)
  await expect(half(ana)).toBeVisible()
  await ana.button('check-in.live.oneMinute').first().click()
  await expect(ana.text('check-in.aside.title')).toBeVisible()
  const backs = ana.button('check-in.aside.back')
  await backs.first().click()
  await expect(backs).toHaveCount(1)
  await expect(ana.text('check-in.aside.title')).toBeVisible()
  await backs.first().click()
  await expect(half(ana)).toBeVisible()
})

test('T4: at the table the listener says back what was heard, and the speaker keeps the stone', async ({
  couple: { ana, ben },
}) => {
  await chooseKind(ana, 'speak-and-listen')
  await sitDown(ana, ben)
  await touch(ana, 'Ana')
  await ana.button('check-in.reflection.said').click()
  await ana.button('check-in.reflection.almost').click()
  await ana.button('check-in.reflection.said').click()
  await ana.button('check-in.reflection.thatsIt').click()
  await ana.button('check-in.reflection.no').click()
  await touch(ana, 'Ben')
  await ana.button('check-in.reflection.ratherNot').click()
  await expect(ana.text('table.thank')).toBeVisible()
})

test('T3: at the table whoever speaks may ask for more time, and the one who listens gives it or does not', async ({
  house,
  couple: { ana, ben },
}) => {
  await bringClock(ana, ben)
  for (const { page } of [ana, ben]) countBeats(page)
  await chooseKind(ana, 'weekly')
  await sitDown(ana, ben)
  const turnOf = (name: string) => half(ana).filter({ hasText: name })
  const ask = ana.button('check-in.more.ask')
  const give = ana.button('check-in.more.grant')
  await expect(turnOf('Ana')).toBeEnabled()
  await expect(ask).toBeHidden()

  await test.step('Ana asks at her edge; a second touch passes nothing, and the question goes with her turn', async () => {
    await letTurnRunUntil(house, ask, ana, ben)
    await expect(give).toBeHidden()
    expect(await atTheEdgeOf('me', ask)).toBe(true)
    await ask.dblclick()
    await expect(ana.text('check-in.more.asked')).toBeVisible()
    expect(await atTheEdgeOf('them', give)).toBe(true)
    await touch(ana, 'Ana')
    await expect(turnOf('Ben')).toBeVisible()
    await expect(ask).toBeHidden()
    await expect(give).toBeHidden()
  })

  await test.step('Ben asks on the same phone, Ana gives it, and his turn goes on', async () => {
    await letTurnRunUntil(house, ask, ana, ben)
    expect(await atTheEdgeOf('them', ask)).toBe(true)
    await ask.click()
    expect(await atTheEdgeOf('me', give)).toBe(true)
    await give.dblclick()
    await expect(ana.text('table.hint.moreGiven')).toBeVisible()
    await expect(ana.text('table.hint.theyHaveMore', { name: 'Ben' })).toBeVisible()
    await expect(ask).toBeHidden()
    await touch(ana, 'Ben')
    await expect(turnOf('Ana')).toBeVisible()
  })
})

/** Mine is the lower half of an upright phone. */
async function atTheEdgeOf(side: 'me' | 'them', control: Locator): Promise<boolean> {
  await expect(control).toBeVisible()
  const box = await control.boundingBox()
  const middle = (control.page().viewportSize()?.height ?? 0) / 2
  return box !== null && box.height >= 44 && (side === 'me' ? box.y > middle : box.y + box.height < middle)
}
