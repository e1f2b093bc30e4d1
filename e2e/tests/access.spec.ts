import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openCheckIn } from '../fixtures/check-in.ts'
import { pressByKeyboard } from '../fixtures/keyboard.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'
import { TOURS } from '../screens/list.ts'
import { openAt, type Sight } from '../screens/tour.ts'

type Node = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number]['nodes'][number]

/** The narrowest phone that WCAG 1.4.10 speaks of. */
const NARROW = { width: 320, height: 640 }
const NARROW_SIDEWAYS = { width: 640, height: 320 }
/** Where WCAG 1.4.4 asks for text of twice the size. */
const PHONE = { width: 390, height: 844 }

const widerThanScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Text as large again as the reader's own. */
async function widerWithLargeText(page: Page): Promise<number> {
  const zoom = (size: string) =>
    page.evaluate((to) => document.documentElement.style.setProperty('font-size', to), size)
  await page.setViewportSize(PHONE)
  await zoom('212.5%')
  const widerPx = await widerThanScreen(page)
  await zoom('')
  return widerPx
}

/** What a machine can see of WCAG 2.2 AA. The dark palette is other colours and nothing else. */
async function violations(page: Page, colorScheme: 'light' | 'dark'): Promise<unknown> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  // One palette fades into the other; what is half way there is nobody's colour.
  await page.evaluate(() => {
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
  })
  // Without frames there is nothing to gather from them in a page of its own, which takes as long as the looking.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  if (colorScheme === 'dark') axe.withRules('color-contrast')
  else axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
  const found = []
  for (const { id, nodes } of (await axe.analyze()).violations) {
    const standing = []
    for (const node of nodes)
      if (!isHalfScrolledAway(node) || (await isTooSmallInTheMiddle(page, node))) standing.push(node.html)
    if (standing.length > 0) found.push([id, standing])
  }
  return found
}

/** A target half under the pause bar, which a reader scrolls out of there and axe does not. */
const isHalfScrolledAway = ({ any }: Pick<Node, 'any'>) =>
  any.some(
    ({ id, data, relatedNodes = [] }) =>
      id === 'target-size' &&
      JSON.stringify(data).includes('partiallyObscured') &&
      relatedNodes.every(({ html }) => html.includes('aria-keyshortcuts')),
  )

async function isTooSmallInTheMiddle(page: Page, { target }: Pick<Node, 'target'>): Promise<boolean> {
  const selector = target.map(String)
  await page.locator(selector.join(' ')).evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const again = await new AxeBuilder({ page }).setLegacyMode().include(selector).withRules('target-size').analyze()
  return again.violations.length > 0
}

/** Nothing that axe finds in light and dark, nothing wider than the screen, and the language as the address has it. */
async function isFit({ page, locale }: Person, where: string, { sideways }: Sight = {}): Promise<void> {
  await page.setViewportSize(sideways ? NARROW_SIDEWAYS : NARROW)
  const seen = {
    light: await violations(page, 'light'),
    dark: await violations(page, 'dark'),
    widerPx: await widerThanScreen(page),
    widerWithLargeTextPx: sideways ? 0 : await widerWithLargeText(page),
    lang: await page.getAttribute('html', 'lang'),
  }
  await page.setViewportSize(PHONE)
  expect.soft(seen, where).toEqual({ light: [], dark: [], widerPx: 0, widerWithLargeTextPx: 0, lang: locale })
}

// Spanish needs more room.
const language = 'es'
for (const [name, tour] of Object.entries(TOURS)) {
  test(`X5: ${name}: axe, 320 px, text of twice the size`, async ({ house, arrive, meet }) => {
    await tour({
      house,
      language,
      arrive: (who, options) => arrive(who, { language, ...options }),
      meet: (options) => meet({ languages: [language, language], ...options }),
      look: isFit,
    })
  })
}

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

test('X3 L6 X5: the notice of a new device, the sessions and the own name, by keyboard too', async ({ arrive }) => {
  const ana = await arrive('Ana', { viewport: NARROW })
  await ana.signUp()
  const other = await arrive('Ana')
  Object.assign(other, { email: ana.email })
  await other.signIn()
  await ana.open('/settings')
  const notice = ana.page.getByRole('complementary', { name: ana.say('watch.title') })
  await expect(notice).toBeVisible()
  await pressByKeyboard(ana, ana.button('watch.title'))
  await isFit(ana, 'settings, with the notice of a new device')
  await pressByKeyboard(ana, ana.page.locator('summary').filter({ hasText: ana.say('account.about.title') }))
  await expect(ana.field('account.about.name')).toBeVisible()
  await isFit(ana, 'the own name')
  await pressByKeyboard(ana, ana.button('watch.no'))
  await expect(notice).toContainText(ana.say('watch.endedText'))
  await isFit(ana, 'the new device is ended')
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
  await isFit(ana, 'willing, on another day')
  await pressByKeyboard(ana, ana.button('check-in.firstDay.keep'))
  await expect(ana.button('check-in.firstDay.keep')).toBeHidden()
  await openAt(ana, '/agreement')
  await isFit(ana, 'rules, on another day')
})
