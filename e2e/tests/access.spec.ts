import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { isPaused, openCheckIn } from '../fixtures/check-in.ts'
import { pressByKeyboard } from '../fixtures/keyboard.ts'
import type { Person } from '../fixtures/person.ts'
import { openAs } from '../fixtures/plan.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** The narrowest phone that WCAG 1.4.10 speaks of. */
const NARROW = { width: 320, height: 640 }

/** No violation of WCAG 2.2 AA that a machine can see, and nothing wider than the screen, in light and dark. */
async function isFitFor(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect([where, colorScheme, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([
      where,
      colorScheme,
      [],
    ])
  }
  const overflowPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect([where, overflowPx]).toEqual([where, 0])
}

async function isFitOn(person: Person, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await person.open(path)
    await person.page.waitForLoadState('networkidle')
    await isFitFor(person.page, `${person.locale}${path}`)
  }
}

for (const language of ['en', 'es'] as const) {
  test(`X5: every page at 320 px, light and dark, in ${language}`, async ({ arrive }) => {
    const ana = await arrive('Ana', { language, viewport: NARROW })
    await isFitOn(ana, ['', '/sign-up', '/sign-in', '/invite', '/who-sees-what', '/nowhere'])
    await ana.signUp()
    await isFitOn(ana, [
      '',
      '/recovery-sheet',
      '/one-touch',
      '/link',
      '/settings',
      '/agreement',
      '/check-in',
      '/journal',
      '/journal/drawer',
      '/journal/write',
      '/thanks',
    ])
    expect(await ana.page.locator('html').getAttribute('lang')).toBe(language)
  })
}

test('X5: the pages of the two, their rules, stepping back and the end of the link', async ({ meet }) => {
  const { ana } = await meet({ languages: ['es', 'en'] })
  await ana.page.setViewportSize(NARROW)
  await isFitOn(ana, ['/partner', '/partner/now', '/settings', '/agreement', '/agreement/history', '/agreement/topics'])
  await ana.open('/agreement')
  await ana.button('agreement.inForce.change').click()
  await isFitFor(ana.page, 'changing the rules')
  await ana.open('/partner')
  await ana.button('partnership.stepBack.action').click()
  await expect(ana.button('partnership.stepBack.comeBack')).toBeVisible()
  await isFitOn(ana, ['', '/check-in'])
  await ana.open('/partner/now')
  await ana.button('partnership.unlink.now').click()
  await expect(ana.heading('partnership.unlinked.title')).toBeVisible()
  await isFitFor(ana.page, 'unlinked')
  await ana.open('/partner')
  await ana.link('partnership.partner.pastRead').click()
  await expect(ana.text('journal.archive.empty')).toBeVisible()
  await isFitFor(ana.page, 'the archive')
})

test('X5: the check-in, waiting, live and paused', async ({ couple: { ana, ben } }) => {
  for (const { page } of [ana, ben]) await page.setViewportSize(NARROW)
  await ana.open('/check-in')
  await expect(ana.button('check-in.willing.yes')).toBeVisible()
  await isFitFor(ana.page, 'willing')
  await openCheckIn(ana, ben)
  await isFitFor(ana.page, 'my turn')
  await isFitFor(ben.page, 'listening')
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await isFitFor(ana.page, 'paused')
  expect(ana.complaints).toEqual([])
})

test('X5: a turn aloud, saying back in all its stages, and one minute', async ({ meet }) => {
  const { ana, ben } = await meet({ languages: ['es', 'en'] })
  for (const { page } of [ana, ben]) await page.setViewportSize(NARROW)
  await openAs({ format: 'speak-and-listen', minutes: 15, way: 'aloud' }, ana, ben)
  await isFitFor(ana.page, 'my turn, aloud')
  await ben.button('check-in.live.handUp').click()
  await expect(ana.text('check-in.live.handIsUp', { name: 'Ben' })).toBeAttached()
  await isFitFor(ana.page, 'a hand is up')
  await ana.button('check-in.pass.action').click()
  await expect(ben.button('check-in.reflection.said')).toBeVisible()
  await isFitFor(ben.page, 'I say it back')
  await isFitFor(ana.page, 'they say it back')
  await ben.button('check-in.live.write').click()
  await isFitFor(ben.page, 'I write it back')
  await ben.button('check-in.reflection.send').click()
  await expect(ana.button('check-in.reflection.thatsIt')).toBeVisible()
  await isFitFor(ana.page, 'was that it')
  await ana.button('check-in.reflection.thatsIt').click()
  await expect(ana.button('check-in.reflection.no')).toBeVisible()
  await isFitFor(ana.page, 'is there more')
  await ana.button('check-in.live.oneMinute').click()
  await expect(ben.heading('check-in.aside.title')).toBeVisible()
  await isFitFor(ben.page, 'one minute')
  for (const person of [ana, ben]) await person.button('check-in.aside.back').click()
  await ana.button('check-in.reflection.no').click()
  await expect(ana.text('check-in.comfort.question')).toBeVisible()
  await isFitFor(ana.page, 'is it comfortable')
})

test('P1 X5: the pause is at least 64 px high, always in view, and the first thing the stop key reaches', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  for (const { page } of [ana, ben]) {
    await page.setViewportSize(NARROW)
    const pause = page.getByRole('button', { name: ana.say('check-in.pause.action'), exact: true })
    const box = await pause.boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(64)
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(NARROW.height)
    await expect(pause).toBeInViewport()
  }
})

test('X5: the journal of two, the copy before it is shared, home and its pause', async ({ couple: { ana, ben } }) => {
  await ben.open('/thanks')
  await ben.button('journal.thanks.phrases.two.first').click()
  await expect(ben.heading('journal.thanks.done.two')).toBeVisible()
  await ana.keepPage('A walk by the sea.')
  await ana.page.setViewportSize(NARROW)
  await isFitOn(ana, ['', '/journal', '/journal/drawer', '/thanks'])
  await ana.open('/journal/drawer')
  await ana.page.getByText('A walk by the sea.').click()
  await expect(ana.button('journal.share.open')).toBeVisible()
  await isFitFor(ana.page, 'a page')
  await ana.button('journal.share.open').click()
  await expect(ana.button('journal.share.do')).toBeVisible()
  await isFitFor(ana.page, 'the copy before it is shared')
})

test('X5: the quiet page of a pause alone', async ({ arrive }) => {
  const ana = await arrive('Ana', { viewport: NARROW })
  await ana.signUp()
  await ana.open('')
  await ana.button('home.pause.action').click()
  await expect(ana.heading('common.calm.title')).toBeVisible()
  await isFitFor(ana.page, 'calm')
})

test('X3 L6 X5: the notice of a new device, the sessions and the own name, by keyboard too', async ({ arrive }) => {
  const ana = await arrive('Ana', { viewport: NARROW })
  await ana.signUp()
  const other = await arrive('Ana')
  Object.assign(other, { email: ana.email })
  await other.signIn()
  await ana.open('/settings')
  const notice = ana.page.getByRole('complementary', { name: ana.say('watch.title') })
  await expect(notice).toBeVisible()
  await isFitFor(ana.page, 'settings, with the notice of a new device')
  await pressByKeyboard(ana, ana.page.locator('summary').filter({ hasText: ana.say('account.about.title') }))
  await expect(ana.field('account.about.name')).toBeVisible()
  await isFitFor(ana.page, 'the own name')
  await pressByKeyboard(ana, ana.button('watch.no'))
  await expect(notice).toContainText(ana.say('watch.endedText'))
  await isFitFor(ana.page, 'the new device is ended')
  await pressByKeyboard(ana, ana.button('watch.close'))
  await expect(notice).toBeHidden()
})

test('X5: rules whose day is over, and words to begin with', async ({ meet, arrive, house }) => {
  const DAY_MS = 86_400_000
  const couple = await meet({ languages: ['es', 'en'] })
  await house.letTimePass(DAY_MS)
  const ana = await arrive('Ana', { language: 'es', viewport: NARROW })
  await ana.page.clock.install({ time: Date.now() + DAY_MS })
  await ana.moveIn(couple.ana.account)
  await ana.open('/check-in')
  await pressByKeyboard(ana, ana.button('check-in.willing.anotherKind'))
  await ana.page.getByText(ana.say('check-in.willing.kind.weekly', { minutes: '15' }), { exact: true }).click()
  await pressByKeyboard(ana, ana.page.locator('summary').filter({ hasText: ana.say('check-in.beginnings.title') }))
  await expect(ana.text('check-in.beginnings.free')).toBeVisible()
  await expect(ana.button('check-in.firstDay.keep')).toBeVisible()
  await isFitFor(ana.page, 'willing, on another day')
  await pressByKeyboard(ana, ana.button('check-in.firstDay.keep'))
  await expect(ana.button('check-in.firstDay.keep')).toBeHidden()
  await isFitOn(ana, ['/agreement'])
})
