import type { Page } from '@playwright/test'
import { isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { PASSWORD } from '../fixtures/person.ts'
import { expect, OUR_WORD, test } from '../fixtures/two-partners.ts'

type Json = { [key: string]: unknown }

/** Pages that are lied to ask again and again: what is on its way when a test is over is nobody's any more. */
const lied = new Set<Page>()
test.afterEach(async () => {
  for (const page of lied) await page.unrouteAll({ behavior: 'ignoreErrors' })
  lied.clear()
})

/** From now on the server lies to this page: what it answers under `path` is changed on the way. */
async function lie(page: Page, path: string, change: (answer: Json) => void): Promise<void> {
  lied.add(page)
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch()
    const answer = (await response.json()) as Json
    change(answer)
    await route.fulfill({ response, json: answer })
  })
}

const at = (answer: Json, ...path: string[]): Json =>
  path.reduce<Json>((part, name) => (part[name] ?? {}) as Json, answer)

/** Another, equally well-formed text: one character in the middle is not the one that was sent. */
function swapped(text: unknown): string {
  const original = String(text)
  const middle = Math.floor(original.length / 2)
  return `${original.slice(0, middle)}${original[middle] === 'A' ? 'B' : 'A'}${original.slice(middle + 1)}`
}

test('I4: a resume that the server made up does not lift a pause', async ({ couple: { ana, ben } }) => {
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await lie(ana.page, '/api/check-in*', (answer) => {
    const snapshot = at(answer, 'snapshot')
    const floor = at(snapshot, 'phase', 'interrupted', 'floor')
    snapshot.seq = Number(snapshot.seq) + 5
    snapshot.phase = { kind: 'running', clock: 'running', floor }
    snapshot.lastResume = { of: 'ready', freezeEpoch: 1, rung: 0, signatures: { a: 'A'.repeat(86), b: 'A'.repeat(86) } }
  })
  await test.step('not on the device that saw the pause', async () => {
    await ana.context.setOffline(true)
    await ana.context.setOffline(false)
    await expect(ana.text('check-in.paused.tampered')).toBeVisible()
    await expect(ana.button('check-in.words.send')).toBeHidden()
  })
  await test.step('nor on one that was opened since', async () => {
    await ana.page.reload()
    await expect(ana.heading('check-in.door.forgedResume.title')).toBeVisible()
    await expect(ana.button('check-in.words.send')).toBeHidden()
  })
  await isPaused(ben)
})

test('DV14: a slip that the server made up lifts nothing, and is offered to nobody who pressed the button', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await lie(ben.page, '/api/check-in*', (answer) => {
    const snapshot = at(answer, 'snapshot')
    snapshot.seq = Number(snapshot.seq) + 5
    at(snapshot, 'phase').slip = { by: 'a', leftMs: 60_000 }
  })
  await lie(ana.page, '/api/check-in*', (answer) => {
    const snapshot = at(answer, 'snapshot')
    const floor = at(snapshot, 'phase', 'interrupted', 'floor')
    snapshot.seq = Number(snapshot.seq) + 5
    snapshot.phase = { kind: 'running', clock: 'running', floor }
    snapshot.lastResume = { of: 'slip', freezeEpoch: 1, rung: 0, signatures: { a: 'A'.repeat(86), b: 'A'.repeat(86) } }
  })
  for (const { context } of [ana, ben]) {
    const lied = context.waitForEvent('response', (response) => response.url().includes('/api/check-in'))
    await context.setOffline(true)
    await context.setOffline(false)
    await lied
  }
  await expect(ana.text('check-in.paused.tampered')).toBeVisible()
  await expect(ben.button('check-in.paused.slip.goOn')).toBeHidden()
  await isPaused(ben)
})

test('L2: an invitation whose keys were changed on the way is not used', async ({ arrive }) => {
  const ana = await arrive('Ana')
  const ben = await arrive('Ben')
  await ana.signUp()
  const address = await ana.invite()
  await lie(ben.page, '/api/invitations/open', (answer) => {
    answer.bundle = swapped(answer.bundle)
  })
  await ben.page.goto(address)
  await expect(ben.heading('partnership.failed.tamperedTitle')).toBeVisible()
})

test('L2: a partner whose keys the server has changed is blocked', async ({ couple: { ana } }) => {
  await lie(ana.page, '/api/partnership', (answer) => {
    const keys = at(answer, 'partnership', 'partner', 'publicKeys')
    keys.signing = swapped(keys.signing)
  })
  await ana.open('/link')
  await expect(ana.heading('partnership.blocked.title')).toBeVisible()
})

test('L2: both see the same phrase; one who hears another is kept apart until they compare again', async ({
  couple: { ana, ben },
}) => {
  const wordsOf = async (one: typeof ana) => {
    await one.open('/link')
    await one.button('partnership.phrase.show').click()
    await expect(one.page.getByRole('list').getByRole('listitem')).toHaveCount(8)
    return one.page.getByRole('list').getByRole('listitem').allInnerTexts()
  }
  expect(await wordsOf(ana)).toEqual(await wordsOf(ben))
  await ana.button('partnership.phrase.different').click()
  await expect(ana.heading('partnership.phrase.blockedTitle')).toBeVisible()
  await ana.open('/agreement')
  await expect(ana.heading('agreement.inForce.title')).toBeHidden()
  await ana.open('/link')
  await ana.button('partnership.phrase.blockedAgain').click()
  await ana.button('partnership.phrase.show').click()
  await ana.button('partnership.phrase.same').click()
  await expect(ana.text('partnership.phrase.isSame')).toBeVisible()
  await ana.open('/agreement')
  await expect(ana.heading('agreement.inForce.title')).toBeVisible()
})

test('L4: an agreement with another number than the one that was signed is refused', async ({ couple: { ana } }) => {
  await lie(ana.page, '/api/agreement', (answer) => {
    at(answer, 'current', 'rules').cooldownMs = 300_000
  })
  await ana.open('/agreement')
  await expect(ana.heading('agreement.tampered.title')).toBeVisible()
  await ana.open('/check-in')
  await expect(ana.heading('check-in.door.tampered.title')).toBeVisible()
})

const WORDS = { phrases: [OUR_WORD], aftercare: '', signs: '', leaveAlone: [] }

test('L4: a partner who changes more alone than one signature may is not believed', async ({ meet, street, house }) => {
  const cheats: [what: string, words: object][] = [
    ['another word in the place of ours', { ...WORDS, phrases: ['tangerine'] }],
    ['two topics at once', { ...WORDS, leaveAlone: ['the car', 'the dog'] }],
  ]
  for (const [what, words] of cheats) {
    const { ana, ben } = await meet()
    await test.step(what, async () => {
      await street.residents.amend(house, ben.account, words)
      await ana.open('/agreement')
      await expect(ana.heading('agreement.tampered.title')).toBeVisible()
      await expect(ana.text('agreement.tampered.amendment')).toBeVisible()
      await ana.open('/check-in')
      await expect(ana.heading('check-in.door.tampered.title')).toBeVisible()
    })
  }
  await test.step('one topic is one of the few things they may', async () => {
    const { ana, ben } = await meet()
    await street.residents.amend(house, ben.account, { ...WORDS, leaveAlone: ['the car'] })
    await ana.open('/agreement')
    await expect(ana.page.getByRole('definition').filter({ hasText: 'the car' })).toBeVisible()
  })
})

test('L4: a server that swaps the words of a change made by one is not believed', async ({
  couple: { ana, ben },
  street,
  house,
}) => {
  await street.residents.amend(house, ben.account, { ...WORDS, leaveAlone: ['the car'] })
  const lies: [what: string, change: (answer: Json) => void][] = [
    [
      'changed on the way',
      (answer) => Object.assign(at(answer, 'current'), { words: swapped(at(answer, 'current').words) }),
    ],
    ['those from before', (answer) => Object.assign(at(answer, 'current'), { words: at(answer, 'basis', '0').words })],
  ]
  for (const [what, change] of lies) {
    await test.step(what, async () => {
      await lie(ana.page, '/api/agreement', change)
      await ana.open('/agreement')
      await expect(ana.heading('agreement.tampered.title')).toBeVisible()
      await expect(ana.page.getByText('the car')).toBeHidden()
      await ana.page.unroute('**/api/agreement')
    })
  }
  await ana.open('/agreement')
  await expect(ana.page.getByRole('definition').filter({ hasText: 'the car' })).toBeVisible()
})

test('L1: a server that asks for a weaker key is refused before anything is sent', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const thief = await arrive('Ana')
  Object.assign(thief, { email: ana.email })
  let keysSent = 0
  await thief.page.route('**/api/auth/callback/**', (route) => {
    keysSent += 1
    return route.continue()
  })
  await lie(thief.page, '/api/accounts/lookup', (answer) => {
    at(answer, 'kdf').memoryKib = 1_024
  })
  await thief.signIn()
  await expect(thief.page.getByRole('alert').filter({ hasText: /\w/ }).first()).toBeVisible()
  expect(keysSent).toBe(0)
})

test('L1: a server that weakens the password or swaps the sealed keys gets no change sealed on top of them', async ({
  arrive,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await expect(ana.text('home.alone')).toBeVisible()
  let changesSent = 0
  await ana.page.route('**/api/account/keys', (route) => {
    changesSent += 1
    return route.continue()
  })
  const lies: [what: string, change: (answer: Json) => void][] = [
    ['a weaker key', (answer) => Object.assign(at(answer, 'kdf'), { memoryKib: 1_024 })],
    ['a slot changed', (answer) => Object.assign(answer, { keys: swapped(answer.keys) })],
  ]
  for (const [what, change] of lies) {
    await test.step(what, async () => {
      await ana.open('/password')
      await lie(ana.page, '/api/account', change)
      await ana.page.getByLabel(ana.say('account.password.present'), { exact: true }).fill(PASSWORD)
      await ana.page.getByLabel(ana.say('account.password.new'), { exact: true }).fill('rain on the window again')
      await ana.button('account.password.submit').click()
      await expect(ana.page.getByText(ana.say('errors.tampered'))).toBeVisible()
      await ana.page.unroute('**/api/account')
    })
  }
  expect(changesSent).toBe(0)
})

test('J3: a page that was changed on the server is not shown as its author’s', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { recoveryCode } = await ana.readSheet()
  await ana.keepPage('As I wrote it.')
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText('As I wrote it.')).toBeVisible()

  const elsewhere = await arrive('Ana')
  Object.assign(elsewhere, { email: ana.email })
  await lie(elsewhere.page, '/api/journal/entries?*', (answer) => {
    for (const entry of answer.entries as Json[]) entry.envelope = swapped(entry.envelope)
  })
  await elsewhere.signIn()
  await elsewhere.page.getByLabel(ana.say('account.unlock.text'), { exact: true }).fill(recoveryCode)
  await elsewhere.button('account.unlock.submit').click()
  await expect(elsewhere.text('home.alone')).toBeVisible()
  await elsewhere.open('/journal/drawer')
  await expect(elsewhere.text('journal.unreadable.title')).toBeVisible()
  await expect(elsewhere.page.getByText('As I wrote it.')).toBeHidden()
})
