import { isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { untilKept } from '../fixtures/offline.ts'
import type { Person } from '../fixtures/person.ts'
import { deliver, noticesOn, openedBy, openedPush, takesPushes, touchNotice } from '../fixtures/push.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test.use({ serviceWorkers: 'allow' })

const MINUTE_MS = 60_000
/** Later today, so that it is called by its time alone; close to midnight that is soon. */
const laterToday = () => Math.min(Date.now() + 20 * MINUTE_MS, new Date().setHours(23, 59, 59, 0))

const wording = (person: Person, name: 'plain' | 'time' | 'reminder') =>
  person.page.getByRole('radio', { name: new RegExp(person.say(`push.wording.${name}`)) })

async function choose(person: Person, name: 'plain' | 'time' | 'reminder'): Promise<void> {
  await person.open('/settings')
  await untilKept(person)
  await wording(person, name).check()
  await person.button('push.turnOn').click()
  await expect(person.text('push.on')).toBeVisible()
}

test('P3 X1: a pause is shown in the words that were chosen, one at a time, and leads to it', async ({
  couple: { ana },
}) => {
  await takesPushes(ana)
  await ana.open('/settings')
  await untilKept(ana)
  await test.step('nothing is chosen before somebody chooses', async () => {
    for (const name of ['plain', 'time', 'reminder'] as const) await expect(wording(ana, name)).not.toBeChecked()
    await expect(ana.button('push.turnOn')).toBeHidden()
  })
  await choose(ana, 'plain')
  const until = laterToday()
  const time = await ana.page.evaluate(
    (ms) => new Date(ms).toLocaleTimeString('en-GB', { hour: 'numeric', minute: '2-digit' }).replace(/^0/, ''),
    until,
  )
  await deliver(ana, { v: 1, kind: 'pause', until })
  await expect
    .poll(() => noticesOn(ana))
    .toEqual([{ title: `Paused. Back at ${time}.`, body: '', icon: '/icons/notes-192.png', tag: 'pause' }])

  await test.step('other words, another pause: in the same place', async () => {
    await wording(ana, 'reminder').check()
    const pushed = async () => {
      // The words are kept beside the page that chooses them: until they are, a push says the ones before.
      await deliver(ana, { v: 1, kind: 'pause', until: until - 1, title: 'Ana, where are you?', body: 'Ben' })
      return noticesOn(ana)
    }
    await expect.poll(pushed).toMatchObject([{ title: 'A reminder', body: '' }])
  })
  await test.step('touched, it goes, and the check-in comes', async () => {
    await touchNotice(ana)
    expect(await openedBy(ana)).toEqual(['/en/check-in'])
    expect(await noticesOn(ana)).toEqual([])
  })
  await test.step('late, or not of ours: nothing stays', async () => {
    for (const pushed of [{ v: 1, kind: 'pause', until: Date.now() - 1 }, { title: 'Anything' }, 'what']) {
      await deliver(ana, pushed)
      await expect.poll(() => noticesOn(ana)).toEqual([])
    }
  })
})

test('P3: it is off again where somebody turns it off, and the server pushes nothing there', async ({
  couple: { ana },
}) => {
  await takesPushes(ana)
  const endpoint = async () =>
    (await (await ana.page.request.get(new URL('/api/push', ana.page.url()).href)).json()).endpoint
  await choose(ana, 'time')
  expect(await endpoint()).toMatch(/^https:\/\/push\.example\.org\/send\//)
  await ana.page.reload()
  await expect(ana.text('push.on')).toBeVisible()
  await expect(wording(ana, 'time')).toBeChecked()
  await ana.button('push.turnOff').click()
  await expect(ana.button('push.turnOff')).toBeHidden()
  expect(await endpoint()).toBe(null)

  await test.step('signing out does the same, and takes down what is shown', async () => {
    await choose(ana, 'time')
    await deliver(ana, { v: 1, kind: 'pause', until: laterToday() })
    await expect.poll(async () => (await noticesOn(ana)).length).toBe(1)
    await ana.button('account.settings.signOut').click()
    await ana.button('account.settings.signOutAnyway').click()
    await expect.poll(() => noticesOn(ana)).toEqual([])
    expect(await ana.page.evaluate(() => localStorage.getItem('test.subscription'))).toBe(null)
    expect(await ana.page.evaluate(() => caches.has('notices'))).toBe(false)
  })
})

test('P3 P4: pressed here with the app closed there, it goes all the way, is shown there, and leads to the pause', async ({
  house,
  couple: { ana, ben },
}) => {
  await takesPushes(ben)
  await choose(ben, 'time')
  // Ben's pages are closed but for one that shows no check-in.
  await ben.open('/who-sees-what')
  const before = house.pushes.length
  await ana.open('/pause')
  await isPaused(ana)
  await expect.poll(() => house.pushes.length).toBe(before + 1)
  const posted = house.pushes.at(-1)
  if (!posted) throw new Error('unreachable')
  const pushed = (await openedPush(ben, posted)) as { until: number }
  expect(pushed).toEqual({ v: 1, kind: 'pause', until: expect.any(Number) })
  expect(pushed.until).toBeGreaterThan(Date.now())
  await deliver(ben, pushed)
  await expect.poll(async () => (await noticesOn(ben)).map(({ tag }) => tag)).toEqual(['pause'])
  await touchNotice(ben)
  expect(await openedBy(ben)).toEqual(['/en/check-in'])
  await ben.open('/check-in')
  await isPaused(ben)
  expect(house.pushes.length).toBe(before + 1)
})

test('X1: the quick exit takes it down', async ({ couple: { ana } }) => {
  await takesPushes(ana)
  await choose(ana, 'reminder')
  await deliver(ana, { v: 1, kind: 'pause', until: laterToday() })
  await expect.poll(async () => (await noticesOn(ana)).length).toBe(1)
  await ana.context.setOffline(true)
  await ana.button('common.quickExit').click()
  await expect(ana.page).toHaveURL(/\/measures\/en\.html$/)
  await expect.poll(() => noticesOn(ana)).toEqual([])
})

test('P3: a page that nobody sees shows the pause that reaches it, and takes it down when somebody looks', async ({
  couple: { ana, ben },
}) => {
  await takesPushes(ben)
  await choose(ben, 'reminder')
  await openCheckIn(ana, ben)
  const hide = (state: 'hidden' | 'visible') =>
    ben.page.evaluate((now) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
      document.dispatchEvent(new Event('visibilitychange'))
    }, state)
  await hide('hidden')
  await ana.button('check-in.pause.action').click()
  await expect.poll(() => noticesOn(ben)).toMatchObject([{ title: 'A reminder' }])
  await hide('visible')
  await expect.poll(() => noticesOn(ben)).toEqual([])
})

test('P3: after a check-in it is mentioned once, and asks the browser nothing', async ({ couple: { ana, ben } }) => {
  await takesPushes(ana)
  await openCheckIn(ana, ben)
  await untilKept(ana)
  await ben.button('check-in.end.action').click()
  await ben.button('check-in.end.yes').click()
  await expect(ana.text('closing.push.title')).toBeVisible()
  await ana.link('closing.push.choose').click()
  await expect(ana.heading('push.title')).toBeVisible()
  for (const name of ['plain', 'time', 'reminder'] as const) await expect(wording(ana, name)).not.toBeChecked()
  await openCheckIn(ana, ben)
  await ana.button('check-in.end.action').click()
  await ana.button('check-in.end.yes').click()
  await expect(ana.heading('check-in.ended.title')).toBeVisible()
  await expect(ana.text('closing.push.title')).toBeHidden()
})

test('P3: what the browser renews by itself is kept, but not where its owner has ended it', async ({
  couple: { ana },
}) => {
  await takesPushes(ana)
  await choose(ana, 'time')
  const endpoint = async () =>
    (await (await ana.page.request.get(new URL('/api/push', ana.page.url()).href)).json()).endpoint
  const renewed = () =>
    ana.context.serviceWorkers()[0]?.evaluate(async () => {
      const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
      const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
      const p256dh = btoa(String.fromCharCode(...raw))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
      const fresh = { endpoint: `https://push.example.org/send/${crypto.randomUUID()}`, wasEnded: false }
      const newSubscription = Object.assign(fresh, {
        toJSON: () => ({ keys: { p256dh, auth: 'AAAAAAAAAAAAAAAAAAAAAA' } }),
        unsubscribe: async () => (fresh.wasEnded = true),
      })
      const done: Promise<unknown>[] = []
      const waitUntil = (work: Promise<unknown>) => done.push(work)
      globalThis.dispatchEvent(Object.assign(new Event('pushsubscriptionchange'), { newSubscription, waitUntil }))
      await Promise.all(done)
      return { endpoint: fresh.endpoint, wasEnded: fresh.wasEnded }
    })
  const first = await renewed()
  expect(await endpoint()).toBe(first?.endpoint)
  await ana.page.request.delete(new URL('/api/push/subscription', ana.page.url()).href, {
    headers: { origin: new URL(ana.page.url()).origin },
  })
  expect((await renewed())?.wasEnded).toBe(true)
  expect(await endpoint()).toBe(null)
})

test('P3: what this browser cannot do is said, and nothing is offered', async ({ couple: { ana, ben } }) => {
  await ana.page.addInitScript(() => {
    const iPhone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Safari/604.1'
    Object.defineProperty(navigator, 'userAgent', { get: () => iPhone })
  })
  await ana.open('/settings')
  await expect(ana.text('push.here.homeScreen')).toBeVisible()
  await ben.page.addInitScript(() => Object.defineProperty(Notification, 'permission', { get: () => 'denied' }))
  await ben.open('/settings')
  await expect(ben.text('push.here.blocked')).toBeVisible()
  for (const person of [ana, ben]) await expect(person.page.getByText(person.say('push.legend'))).toBeHidden()
})
