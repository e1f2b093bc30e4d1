import { bringClock, hasTheStone, isPaused, letTimePass } from '../fixtures/check-in.ts'
import { announced, listenIn, pressByKeyboard, tabOrder, tabTo } from '../fixtures/keyboard.ts'
import type { Person } from '../fixtures/person.ts'
import { checkIn, countBeats, letTurnRunUntil, openAs } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const TWENTY_MINUTES = 20 * 60_000

const press = (person: Person, key: string) => pressByKeyboard(person, person.button(key))

const planEpochOf = async (person: Person) => (await checkIn(person)).snapshot.planEpoch

test('X5: a whole weekly check-in and a pause with the keyboard alone, each change said once', async ({
  house,
  couple: { ana, ben },
}) => {
  for (const person of [ana, ben]) await listenIn(person)
  await bringClock(ana, ben)

  await test.step('another kind is chosen, and both say that today works', async () => {
    for (const person of [ana, ben]) {
      countBeats(person.page)
      await person.open('/check-in')
    }
    const kinds = ana.page.getByRole('group', { name: ana.say('check-in.willing.chooseKind') })
    await press(ana, 'check-in.willing.anotherKind')
    const planEpoch = await planEpochOf(ana)
    for (const kind of await kinds.getByRole('button').all()) {
      await tabTo(ana, kind)
      for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End']) await ana.page.keyboard.press(key)
    }
    for (const person of [ana, ben]) {
      await person.page.reload()
      await expect(person.heading('check-in.willing.kind.first-ten')).toBeVisible()
    }
    expect(await planEpochOf(ana)).toBe(planEpoch)
    await press(ana, 'check-in.willing.anotherKind')
    await pressByKeyboard(
      ana,
      kinds.getByRole('button', { name: ana.say('check-in.willing.kind.weekly', { minutes: '15' }) }),
    )
    await expect(ana.button('check-in.willing.anotherKind')).toBeFocused()
    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.willing.kind.weekly', { minutes: '15' })).toBeVisible()
      await press(person, 'check-in.willing.yes')
    }
    await hasTheStone(ana, ben)
  })

  await test.step('what a screen reader finds in my turn, and in what order Tab goes', async () => {
    await expect(ana.page.getByRole('main')).toMatchAriaSnapshot(`
      - main:
        - list "Step 1 of 5":
          - listitem: Thank-yous
          - listitem: What went well
          - listitem: One topic
          - listitem: What would help
          - listitem: Closing
        - text: Ben You
        - button "Show the time left"
        - heading "You have the stone." [level=1]
        - paragraph: What would you like to say thank you for?
        - button "One minute"
        - button "End for today"
        - button "Write it instead"
        - button "Pass the stone"
    `)
    expect(await tabOrder(ana)).toEqual([
      'Show the time left',
      'Slower, please',
      'One minute',
      'End for today',
      'Write it instead',
      'Pass the stone',
      'Pause',
    ])
    await expect(ana.button('check-in.pause.action')).toHaveAccessibleDescription(
      /^Stops everything for both.*Ctrl \.$/,
    )
  })

  await test.step('and while the other speaks', async () => {
    await expect(ben.page.getByRole('main')).toMatchAriaSnapshot(`
      - button "Show the time left"
      - heading "Ana has the stone." [level=1]
      - paragraph: Listen. Nothing has to be answered now.
      - text: Notes for yourself
      - textbox "Notes for yourself"
      - button "One minute"
      - button "End for today"
      - button "Raise a hand"
    `)
  })

  await test.step('the time warning comes once, to whoever speaks; the grace to both', async () => {
    await letTurnRunUntil(house, ben.heading('check-in.floor.mine'), ana, ben)
    expect(await announced(ana)).toEqual([
      'polite: A breath. Then you.',
      'polite: You have the stone.',
      'polite: About twenty seconds left in this turn.',
      'polite: Time to finish.',
      'polite: A breath. Then Ben.',
      'polite: Ben has the stone.',
    ])
    expect(await announced(ben)).toEqual([
      'polite: A breath. Then Ana.',
      'polite: Ana has the stone.',
      'polite: Ana is finishing.',
      'polite: A breath. Then you.',
      'polite: You have the stone.',
    ])
  })

  await test.step('a pause from within a field, said once and at once', async () => {
    await press(ben, 'check-in.live.write')
    await expect(ben.field('check-in.words.label')).toBeFocused()
    await ben.page.keyboard.press('Control+.')
    for (const person of [ana, ben]) await isPaused(person)
    for (const person of [ana, ben]) {
      const urgent = (await announced(person)).filter((said) => said.startsWith('assertive'))
      expect(urgent).toEqual(['assertive: We are pausing. Nobody has to explain.'])
      await expect(person.page.getByRole('main')).toBeFocused()
    }
  })

  await test.step('back again: both say so, and the same turn goes on', async () => {
    await letTimePass(house, TWENTY_MINUTES, ana, ben)
    await expect(ana.button('check-in.paused.ready')).toBeVisible()
    await press(ana, 'check-in.paused.ready')
    await expect(ben.button('check-in.paused.ready')).toBeVisible()
    await press(ben, 'check-in.paused.ready')
    for (const person of [ana, ben]) {
      await expect(person.button('check-in.comingBack.skip')).toBeVisible()
      await press(person, 'check-in.comingBack.skip')
    }
    await hasTheStone(ben, ana)
  })

  await test.step('the other turns, to the closing and the end', async () => {
    for (const [holder, listener] of [
      [ben, ana],
      [ana, ben],
      [ben, ana],
      [ana, ben],
      [ben, ana],
      [ana, ben],
      [ben, ana],
    ] as const) {
      await hasTheStone(holder, listener)
      await press(holder, 'check-in.pass.action')
    }
    for (const person of [ana, ben]) await expect(person.heading('closing.title')).toBeVisible()
    await press(ana, 'closing.thanks.ready.here')
    await press(ana, 'closing.close')
    for (const person of [ana, ben]) await expect(person.heading('check-in.ended.title')).toBeVisible()
  })
})

test('what is asked and answered while saying back is reached by Tab, and the focus is never lost', async ({
  couple: { ana, ben },
}) => {
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'written' }, ana, ben)
  await hasTheStone(ana, ben)
  await pressByKeyboard(ana, ana.button('check-in.pass.action'))
  await expect(ana.heading('check-in.reflection.theySay', { name: 'Ben' })).toBeVisible()
  await expect(ana.page.getByRole('main')).toBeFocused()

  await test.step('written and sent with the keys that are named beside the field', async () => {
    const field = ben.field('check-in.reflection.label')
    await expect(field).toHaveAccessibleDescription(/Ctrl Enter sends\.$/)
    await pressByKeyboard(ben, field)
    await ben.page.keyboard.type('What I heard.')
    await ben.page.keyboard.press('Control+Enter')
    await expect(ana.page.getByText('What I heard.')).toBeVisible()
  })

  await test.step('one minute, and back', async () => {
    await press(ana, 'check-in.live.oneMinute')
    for (const person of [ana, ben]) {
      await expect(person.heading('check-in.aside.title')).toBeVisible()
      await expect(person.page.getByRole('main')).toBeFocused()
      await press(person, 'check-in.aside.back')
    }
  })
  await press(ana, 'check-in.reflection.thatsIt')
  await press(ana, 'check-in.reflection.no')
  await hasTheStone(ben, ana)
})

test('touch screens are not told about keys', async ({ house, browser, meet }) => {
  const { ana, ben } = await meet()
  const phone = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } })
  await phone.addCookies(await ana.context.cookies())
  await openAs({ format: 'weekly', minutes: 15, way: 'aloud' }, ana, ben)
  const page = await phone.newPage()
  await page.goto(`${house.url}/en/check-in`)
  const pause = page.getByRole('button', { name: ana.say('check-in.pause.action'), exact: true })
  await expect(pause).toHaveAccessibleDescription(ana.say('check-in.pause.description'))
  await expect(page.getByText('Ctrl')).toHaveCount(0)
  await phone.close()
})
