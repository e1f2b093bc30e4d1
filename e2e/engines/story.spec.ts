import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { test as base, expect } from '@playwright/test'
import { House } from '../fixtures/house.ts'
import { PASSWORD } from '../fixtures/person.ts'
import { firefox } from './firefox.ts'
import { Someone } from './someone.ts'
import { webkit } from './webkit.ts'

const ENGINES = { firefox, webkit } as const
const TWENTY_MINUTES = 20 * 60_000

interface Fixtures {
  house: House
  arrive: (name: string) => Promise<Someone>
}
interface Options {
  engine: keyof typeof ENGINES
}

const test = base.extend<Fixtures & Options>({
  engine: ['firefox', { option: true }],
  house: async ({ engine }, use) => {
    expect(ENGINES).toHaveProperty(engine)
    const house = await House.open()
    await use(house)
    await house.close()
  },
  arrive: async ({ engine, house }, use, info) => {
    const people: Someone[] = []
    await use(async (name) => {
      const person = new Someone(house, name, await ENGINES[engine].open())
      people.push(person)
      return person
    })
    for (const { name, window } of people) {
      if (info.errors.length > 0) await writeFile(info.outputPath(`what-${name}-sees.png`), await window.picture())
      await window.close()
    }
  },
})

async function answerSignUp(person: Someone): Promise<void> {
  await person.type('account.signUp.name', person.name)
  await person.press('button', 'common.continue')
  await person.type('account.signUp.email', `${person.name.toLowerCase()}@example.org`)
  await person.press('button', 'common.continue')
  await person.type('account.signUp.password', PASSWORD)
  await person.press('button', 'account.signUp.create')
}

test.beforeEach(({ engine }) => {
  const missing = ENGINES[engine].programs.filter((program) => !existsSync(program))
  const said = `${missing.join(' and ')} not installed`
  test.skip(missing.length > 0 && !process.env.CI, said)
  if (missing.length > 0) throw new Error(said)
})

test('two people sign up, link, take a turn, stop together, and go on', async ({ house, arrive }) => {
  const ana = await arrive('Ana')
  const ben = await arrive('Ben')

  await test.step('sign up and link', async () => {
    await ana.open('/sign-up')
    await answerSignUp(ana)
    await ana.sees('heading', 'account.sheet.accountKey')
    await ana.open('/link')
    await ana.press('button', 'partnership.link.create')
    await ana.sees('heading', 'partnership.link.readyTitle')
    await ben.open(await ana.reads(/http\S+\/invite#\S+/))
    await ben.press('button', 'partnership.ask.look')
    await ben.press('link', 'partnership.look.begin')
    await answerSignUp(ben)
    await ben.press('button', 'partnership.look.linkWith', { name: 'Ana' })
    await ana.press('button', 'partnership.answered.yes', { name: 'Ben' })
    await ana.sees('heading', 'partnership.linked.title', { name: 'Ben' })
    await ben.sees('heading', 'partnership.linked.title', { name: 'Ana' })
  })

  await test.step('sign the rules', async () => {
    await ana.open('/agreement')
    await ana.press('choice', 'agreement.word.suggestions.first')
    await ana.press('button', 'agreement.first.fine')
    await ana.sees('heading', 'agreement.proposed.title')
    await ben.open('/agreement')
    await ben.press('button', 'agreement.first.fine')
    for (const person of [ana, ben]) await person.sees('heading', 'agreement.inForce.title')
  })

  await test.step('one turn', async () => {
    for (const person of [ana, ben]) {
      await person.open('/check-in')
      await person.press('choice', 'check-in.willing.way.written')
      await person.press('button', 'check-in.willing.yes')
    }
    await ana.sees('text', 'check-in.floor.mine')
    await ben.sees('text', 'check-in.floor.theirs', { name: 'Ana' })
    await ana.type('check-in.words.label', 'I missed you on Tuesday.')
    await ana.press('button', 'check-in.words.send')
    await ben.reads(/I missed you on Tuesday/)
    await ana.press('button', 'check-in.pass.action')
    await ben.sees('text', 'check-in.floor.mine')
  })

  await test.step('the listener stops it, for both', async () => {
    await ana.press('button', 'check-in.pause.action')
    for (const person of [ana, ben]) await person.sees('heading', 'check-in.paused.title')
    await ben.window.reload()
    await ben.sees('heading', 'check-in.paused.title')
  })

  await test.step('after the break both go on', async () => {
    await house.letTimePass(TWENTY_MINUTES)
    for (const { window } of [ana, ben]) await window.leap(TWENTY_MINUTES)
    for (const person of [ana, ben]) {
      await person.seesNo('text', 'check-in.paused.needsKey')
      await person.press('button', 'check-in.paused.ready')
    }
    for (const person of [ana, ben]) await person.press('button', 'check-in.comingBack.skip')
    await ben.sees('text', 'check-in.floor.mine')
    await ana.sees('text', 'check-in.floor.theirs', { name: 'Ben' })
  })
})
