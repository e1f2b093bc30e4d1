import { hasTheStone, sayInWords } from '../fixtures/check-in.ts'
import { openAs } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('I19: after a reload and on a second device it is the same room, in the middle of saying back', async ({
  arrive,
  couple: { ana, ben },
}) => {
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'written' }, ana, ben)
  await hasTheStone(ana, ben)
  await sayInWords(ana, 'It was a long week.')
  await ana.button('check-in.pass.action').click()
  await expect(ben.heading('check-in.reflection.say')).toBeVisible()

  const tablet = await arrive('Ben')
  await tablet.moveIn(ben.account)
  await tablet.open('/check-in')
  await ana.page.reload()
  await expect(tablet.heading('check-in.reflection.say')).toBeVisible()
  await expect(ana.heading('check-in.reflection.theySay', { name: 'Ben' })).toBeVisible()
  for (const person of [tablet, ana]) await expect(person.page.getByText('It was a long week.')).toBeVisible()

  await test.step('what is done on one device shows on the other', async () => {
    await tablet.field('check-in.reflection.label').fill('A long week.')
    await tablet.button('check-in.reflection.send').click()
    await expect(ben.page.getByText('A long week.', { exact: true })).toBeVisible()
    await expect(ben.heading('check-in.reflection.theyLook', { name: 'Ana' })).toBeVisible()
    await ana.button('check-in.reflection.thatsIt').click()
    await ana.button('check-in.reflection.no').click()
    for (const person of [ben, tablet]) await expect(person.heading('check-in.floor.mine')).toBeVisible()
  })
})

test('a lost connection and a reload change nothing, neither in a turn nor in one minute', async ({
  couple: { ana, ben },
}) => {
  await openAs({ format: 'weekly', minutes: 15, way: 'written' }, ana, ben)
  await hasTheStone(ana, ben)

  await test.step('offline: everything waits, for both', async () => {
    await ana.context.setOffline(true)
    await expect(ana.text('check-in.floor.held')).toBeVisible()
    await expect(ben.text('check-in.floor.clockWaits')).toBeVisible()
    const pass = ana.button('check-in.pass.action')
    await expect(pass).toBeDisabled()
    await pass.click({ force: true })
    await expect(ana.text('check-in.live.closed')).toBeVisible()
    await ana.context.setOffline(false)
    await expect(ana.text('check-in.floor.held')).toBeHidden()
    await hasTheStone(ana, ben)
  })

  await test.step('one minute', async () => {
    await ben.button('check-in.live.oneMinute').click()
    await expect(ana.heading('check-in.aside.title')).toBeVisible()
    await ana.context.setOffline(true)
    await expect(ana.text('check-in.floor.held')).toBeVisible()
    await ana.button('check-in.aside.back').click()
    await expect(ana.text('check-in.aside.onItsWay')).toBeVisible()
    await ana.context.setOffline(false)
    await expect(ana.text('check-in.aside.kept')).toBeVisible()
    for (const person of [ana, ben]) await person.page.reload()
    await expect(ana.text('check-in.aside.kept')).toBeVisible()
    await ben.button('check-in.aside.back').click()
    await hasTheStone(ana, ben)
  })
})

test('T5: the screen stays lit while a check-in is live, and no longer', async ({ couple: { ana, ben } }) => {
  // As browsers do it: hidden, a page loses its lock, and gets none.
  await ana.page.addInitScript(() => {
    const locks = { held: 0 }
    let visibility = 'visible'
    const taken: { released: boolean; release: () => Promise<void> }[] = []
    const hide = (hidden: boolean) => {
      visibility = hidden ? 'hidden' : 'visible'
      if (hidden) for (const lock of taken) void lock.release()
      document.dispatchEvent(new Event('visibilitychange'))
    }
    Object.assign(window, { locks, hide })
    Object.defineProperty(document, 'visibilityState', { get: () => visibility })
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          if (visibility === 'hidden') throw new DOMException('hidden', 'NotAllowedError')
          locks.held += 1
          const lock = {
            released: false,
            release: async () => {
              if (!lock.released) locks.held -= 1
              lock.released = true
            },
          }
          taken.push(lock)
          return lock
        },
      },
    })
  })
  const hide = (hidden: boolean) =>
    ana.page.evaluate((is) => (window as unknown as { hide: (is: boolean) => void }).hide(is), hidden)
  const held = () => ana.page.evaluate(() => (window as unknown as { locks: { held: number } }).locks.held)
  await openAs({ format: 'weekly', minutes: 15, way: 'aloud' }, ana, ben)
  await hasTheStone(ana, ben)
  await expect.poll(held).toBe(1)

  await test.step('hidden it is let go, shown again it is taken again, once', async () => {
    await hide(true)
    await expect.poll(held).toBe(0)
    await hide(false)
    await expect.poll(held).toBe(1)
    await hide(false)
    await hasTheStone(ana, ben)
    expect(await held()).toBe(1)
  })
  await ben.button('check-in.pause.action').click()
  await expect.poll(held).toBe(0)
})
