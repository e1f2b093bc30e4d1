import { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'
import { SCREENS, type World } from './list.ts'
import { Pictures } from './pictures.ts'

test('every screen, phone and desktop, light and dark, EN and ES', async ({ house, browser, meet }) => {
  const pictures = new Pictures()
  const missed: string[] = []
  for (const language of ['en', 'es'] as const) {
    const arrive = (name: string) => Person.arrive(house, browser, name, { language })
    const { ana, ben } = await meet({ languages: [language, language] })
    const { ana: noa, ben: max } = await meet({ languages: [language, language], agreed: false })
    const world: World = { stranger: await arrive('Eve'), solo: await arrive('Sol'), ana, ben, noa, max }
    for (const { name, show, fold = false } of SCREENS) {
      try {
        const { page } = await show(world)
        await pictures.take(name, language, page, !fold)
      } catch (thrown) {
        // The others are still worth looking at.
        missed.push(`${name} (${language}): ${thrown instanceof Error ? thrown.message.split('\n')[0] : ''}`)
      }
    }
    for (const person of [world.stranger, world.solo]) await person.close()
  }
  console.log(`\n  The pictures: ${pictures.writeSheet()}\n`)
  expect(missed).toEqual([])
})
