import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { test as base, expect } from '@playwright/test'
import { House } from '../fixtures/house.ts'
import { PASSWORD } from '../fixtures/person.ts'
import { firefox } from './firefox.ts'
import { Someone } from './someone.ts'
import { webkit } from './webkit.ts'

const ENGINES = { firefox, webkit } as const

interface Fixtures {
  house: House
  arrive: (name: string) => Promise<Someone>
}
interface Options {
  engine: keyof typeof ENGINES
}

export const test = base.extend<Fixtures & Options>({
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

export async function answerSignUp(person: Someone): Promise<void> {
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
