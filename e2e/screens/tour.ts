import { type BrowserContextOptions, expect, type Locator } from '@playwright/test'
import type { House } from '../fixtures/house.ts'
import type { Person } from '../fixtures/person.ts'
import type { Kept } from '../fixtures/residents.ts'
import type { Locale } from '../fixtures/words.ts'

export interface Couple {
  readonly ana: Person
  readonly ben: Person
}

/** How a screen is looked at, where it is not whole and upright. */
export interface Sight {
  /** What fits the screen is the point: nothing below the fold is taken. */
  readonly fold?: true
  /** The phone lies on its side. */
  readonly sideways?: true
}

/** Who leads through the house. Everybody speaks `language`. */
export interface Guide {
  readonly house: House
  readonly language: Locale
  readonly arrive: (name: string, options?: BrowserContextOptions) => Promise<Person>
  readonly meet: (options?: { agreed?: boolean; kept?: readonly Kept[] }) => Promise<Couple>
  /** Stops here: this screen, in this state, is one of those to be looked at. */
  readonly look: (at: Person, name: string, sight?: Sight) => Promise<void>
}

/** From screen to screen of one noun, so that a state may follow from the one before. */
export type Tour = (guide: Guide) => Promise<void>

/** A page once it is there: until `sight` is seen, or its title, and nothing of it is waited for any more. */
export async function openAt(person: Person, path: string, sight?: Locator): Promise<void> {
  await person.open(path)
  await expect(sight ?? person.page.locator('main h1').first()).toBeVisible()
  await expect(person.page.locator('[data-waiting]')).toHaveCount(0)
}

/** Everything that can be unfolded on this page. */
export async function unfold({ page }: Person): Promise<void> {
  const shut = page.locator('details:not([open]) > summary')
  while ((await shut.count()) > 0) await shut.first().click()
}

/** What the app asks of the server gets no answer any more. Its own pages still come. */
export async function loseServer({ page }: Person): Promise<void> {
  await page.route(/\/(api|socket\.io)\//, (route) => route.abort())
}

export async function findServer({ page }: Person): Promise<void> {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
}

/** Types into the field with this label, of whatever kind it is. */
export const type = ({ page, say }: Person, key: string, text: string): Promise<void> =>
  page.getByLabel(say(key), { exact: true }).fill(text)
