import { openCheckIn } from '../fixtures/check-in.ts'
import { holdBack } from '../fixtures/line.ts'
import { PASSWORD, type Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const label = (person: Person, key: string) => person.page.getByLabel(person.say(key), { exact: true })

/** Time passes in this person's browser, in all tabs, and nobody touches anything. */
const nobodyHere = (person: Person, minutes: number) => person.context.clock.fastForward(minutes * 60_000)

async function signedUp(arrive: (name: string) => Promise<Person>): Promise<Person> {
  const ana = await arrive('Ana')
  await ana.context.clock.install()
  await ana.signUp()
  await ana.button('account.sheet.saved').click()
  await expect(ana.text('home.alone')).toBeVisible()
  return ana
}

async function unlock(person: Person): Promise<void> {
  await label(person, 'account.unlock.password').fill(PASSWORD)
  await person.button('account.unlock.submit').click()
}

test('after five minutes without a touch all tabs close together, and what was being written is there again', async ({
  arrive,
}) => {
  const ana = await signedUp(arrive)
  await ana.open('/journal/write')
  await ana.field('journal.write.label').fill('Half a sentence')
  const other = await ana.context.newPage()
  await other.goto(ana.page.url().replace('/journal/write', '/settings'))
  await expect(other.getByText(ana.say('account.settings.lockAction'), { exact: true })).toBeVisible()

  await nobodyHere(ana, 4)
  await expect(ana.field('journal.write.label')).toBeVisible()
  await nobodyHere(ana, 1)
  await expect(ana.heading('account.unlock.title')).toBeVisible()
  expect(await ana.page.content()).not.toContain('Half a sentence')
  await expect(other.getByText(ana.say('account.settings.lockAction'), { exact: true })).toBeHidden()
  await test.step('a pause is still within reach', async () => {
    await expect(ana.link('account.unlock.pause')).toBeVisible()
  })
  await unlock(ana)
  await expect(ana.field('journal.write.label')).toHaveValue('Half a sentence')
})

test('the drawer closes after one minute; a page opened after a long absence starts closed', async ({ arrive }) => {
  const ana = await signedUp(arrive)
  await ana.keepPage('Only mine.')
  await ana.open('/journal/drawer')
  await expect(ana.page.getByText('Only mine.')).toBeVisible()
  await nobodyHere(ana, 1)
  await expect(ana.heading('account.unlock.title')).toBeVisible()
  await expect(ana.page.getByText('Only mine.')).toBeHidden()
  await unlock(ana)
  await expect(ana.page.getByText('Only mine.')).toBeVisible()

  await test.step('and so does a page of it that is being read', async () => {
    await ana.page.getByRole('link').filter({ hasText: 'Only mine.' }).click()
    await ana.page.waitForURL(/journal\/read/)
    await expect(ana.page.getByText('Only mine.')).toBeVisible()
    await nobodyHere(ana, 1)
    await expect(ana.heading('account.unlock.title')).toBeVisible()
    await unlock(ana)
    await expect(ana.page.getByText('Only mine.')).toBeVisible()
  })

  const address = ana.page.url()
  await ana.page.close()
  await nobodyHere(ana, 10)
  const later = await ana.context.newPage()
  await later.goto(address)
  await expect(later.getByRole('heading', { name: ana.say('account.unlock.title') })).toBeVisible()
})

test('how long is one’s own choice, and never is one of them', async ({ arrive }) => {
  const ana = await signedUp(arrive)
  await ana.open('/settings')
  await ana.page.getByText(ana.say('account.settings.autoLockNever'), { exact: true }).click()
  await nobodyHere(ana, 60)
  await expect(ana.button('account.settings.lockAction')).toBeVisible()
})

test('nothing closes during a check-in', async ({ couple: { ana, ben } }) => {
  await ana.context.clock.install()
  await openCheckIn(ana, ben)
  await nobodyHere(ana, 10)
  await expect(ana.button('check-in.pause.action')).toBeVisible()
  await ana.open('/settings')
  await expect(ana.button('account.settings.lockAction')).toBeVisible()
})

test('pages that are closed while home is still being asked for are closed, and nobody is named', async ({
  arrive,
}) => {
  const ana = await signedUp(arrive)
  const answer = await holdBack(ana.page, '**/api/partnership')
  const asked = ana.page.waitForRequest('**/api/partnership')
  await ana.open('/settings')
  await asked
  await ana.button('account.settings.lockAction').click()
  await expect(ana.text('home.locked')).toBeVisible()
  const answered = ana.page.waitForResponse('**/api/partnership')
  answer()
  await answered
  await expect(ana.text('home.locked')).toBeVisible()
  await ana.page.reload()
  await expect(ana.text('home.locked')).toBeVisible()
})
