import { test } from '../fixtures/two-partners.ts'
import { TOURS } from './list.ts'
import { Pictures, writeSheet } from './pictures.ts'

for (const language of ['en', 'es'] as const) {
  for (const [name, tour] of Object.entries(TOURS)) {
    test(`${name} (${language})`, async ({ house, arrive, meet }) => {
      const pictures = new Pictures(name, language)
      await tour({
        house,
        language,
        arrive: (who, options) => arrive(who, { language, ...options }),
        meet: (options) => meet({ languages: [language, language], ...options }),
        look: ({ page }, screen, sight) => pictures.take(page, screen, sight),
      })
    })
  }
}

test.afterAll(() => writeSheet())
