import { expect } from '@playwright/test'
import { isPaused, openCheckIn, sayInWords } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'

/** Who is there to be looked at. All speak the language of the pictures. */
export interface World {
  /** Nobody has told this browser anything. */
  readonly stranger: Person
  /** Signed up and not linked. */
  readonly solo: Person
  /** Linked, with rules that both have signed. */
  readonly ana: Person
  readonly ben: Person
  /** Linked, without rules. */
  readonly noa: Person
  readonly max: Person
}

/** One screen in one state. The list goes from top to bottom, so that a state may follow from the one before. */
export interface Screen {
  readonly name: string
  /** What fits the screen is the point: nothing below the fold is taken. */
  readonly fold?: true
  /** Brings somebody there, and says who: their page is what is taken. */
  readonly show: (world: World) => Promise<Person>
}

/** A page that only has to be opened. */
const open = (name: string, who: keyof World, path: string): Screen => ({
  name,
  show: async (world) => {
    await world[who].open(path)
    await world[who].page.waitForLoadState('networkidle')
    return world[who]
  },
})

/** To look at a new screen, add it here. */
export const SCREENS: readonly Screen[] = [
  open('landing', 'stranger', ''),
  open('who sees what', 'stranger', '/who-sees-what'),
  open('sign up', 'stranger', '/sign-up'),
  open('sign in', 'stranger', '/sign-in'),
  open('invitation, none in hand', 'stranger', '/invite'),
  open('not found', 'stranger', '/nowhere'),
  open('gate: signed out', 'stranger', '/journal'),
  {
    name: 'recovery sheet',
    show: async ({ solo }) => {
      await solo.signUp()
      return solo
    },
  },
  {
    name: 'invitation',
    show: async ({ solo, stranger }) => {
      const address = await solo.invite()
      await stranger.page.goto(address)
      await expect(stranger.button('partnership.ask.look')).toBeVisible()
      return stranger
    },
  },
  open('one touch next time', 'solo', '/one-touch'),
  open('invite someone', 'solo', '/link'),
  { ...open('home, alone', 'solo', ''), fold: true },
  open('the rest of the house', 'solo', ''),
  {
    name: 'pause, alone',
    show: async ({ solo }) => {
      await solo.button('home.pause.action').click()
      await expect(solo.heading('common.calm.title')).toBeVisible()
      return solo
    },
  },
  open('thank you, alone', 'solo', '/thanks'),
  open('drawer, empty', 'solo', '/journal/drawer'),
  open('journal, alone', 'solo', '/journal'),
  open('a page, writing', 'solo', '/journal/write'),
  open('settings', 'solo', '/settings'),
  open('quick exit, what it does not hide', 'solo', '/quick-exit'),
  { ...open('home, before the rules', 'noa', ''), fold: true },
  open('rules, the first', 'noa', '/agreement'),
  { ...open('home', 'ana', ''), fold: true },
  open('rules', 'ana', '/agreement'),
  open('journal, empty', 'ana', '/journal'),
  open('thank you', 'ana', '/thanks'),
  {
    name: 'thank you, sent',
    show: async ({ ana }) => {
      await ana.button('journal.thanks.phrases.two.first').click()
      await expect(ana.heading('journal.thanks.done.two')).toBeVisible()
      return ana
    },
  },
  {
    name: 'drawer',
    show: async ({ ana, ben }) => {
      await ana.keepPage('A walk by the sea.\n\nAll of us, and nobody in a hurry.')
      await ben.open('/thanks')
      await ben.button('journal.thanks.phrases.two.third').click()
      await expect(ben.heading('journal.thanks.done.two')).toBeVisible()
      await ana.open('/journal/drawer')
      await expect(ana.page.getByText('A walk by the sea.')).toBeVisible()
      return ana
    },
  },
  {
    name: 'a page',
    show: async ({ ana }) => {
      await ana.page.getByText('A walk by the sea.').click()
      await expect(ana.button('journal.share.open')).toBeVisible()
      return ana
    },
  },
  {
    name: 'a page, the copy before it is shared',
    show: async ({ ana }) => {
      await ana.button('journal.share.open').click()
      await expect(ana.button('journal.share.do')).toBeVisible()
      return ana
    },
  },
  {
    name: 'journal',
    show: async ({ ana }) => {
      await ana.button('journal.share.do').click()
      await expect(ana.page.getByText(ana.say('journal.share.done'))).toBeVisible()
      await ana.open('/journal')
      await expect(ana.page.getByText('A walk by the sea.')).toBeVisible()
      return ana
    },
  },
  open('willing', 'ana', '/check-in'),
  {
    name: 'willing, answered',
    show: async ({ ana }) => {
      await ana.button('check-in.willing.yes').click()
      await expect(ana.text('check-in.willing.kept')).toBeVisible()
      return ana
    },
  },
  {
    name: 'my turn',
    show: async ({ ana, ben }) => {
      await openCheckIn(ana, ben)
      return ana
    },
  },
  { name: 'listening', show: async ({ ben }) => ben },
  {
    name: 'listening, something said',
    show: async ({ ana, ben }) => {
      await sayInWords(ana, 'Thank you for the soup.')
      await expect(ben.page.getByText('Thank you for the soup.')).toBeVisible()
      return ben
    },
  },
  {
    name: 'paused',
    show: async ({ ana, ben }) => {
      await ben.button('check-in.pause.action').click()
      await isPaused(ana)
      return ana
    },
  },
  { ...open('home, paused', 'ana', ''), fold: true },
]
