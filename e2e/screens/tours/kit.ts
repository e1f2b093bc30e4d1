import { expect } from '@playwright/test'
import { openCheckIn } from '../../fixtures/check-in.ts'
import { openAt, type Tour, type } from '../tour.ts'

/** Two by two, grey. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAMAAABFaP0WAAAAA1BMVEV/f3+QyhsjAAAAC0lEQVQI12NgAAEAAAYAAWb0yWwAAAAASUVORK5CYII=',
  'base64',
)

/** What somebody puts ready, and finds again while paused. */
export const kit: Tour = async ({ meet, look }) => {
  const { ana, ben } = await meet()
  await openAt(ana, '/kit', ana.text('kit.words.empty'))
  await look(ana, 'kit, empty')
  await ana.button('kit.pictures.add').click()
  await ana.button('kit.links.add').click()
  await ana.button('kit.people.add').click()
  await expect(ana.text('kit.links.wrong')).toBeVisible()
  await look(ana, 'kit, something is missing')
  await type(ana, 'kit.words.label', ana.locale === 'en' ? 'It has passed before.' : 'Ya pasó otras veces.')
  await ana.button('kit.words.add').click()
  await ana.page
    .getByLabel(ana.say('kit.pictures.file'))
    .setInputFiles({ name: 'IMG_2031.png', mimeType: 'image/png', buffer: PICTURE })
  await ana.button('kit.pictures.add').click()
  await expect(ana.page.getByRole('img')).toBeVisible()
  await type(ana, 'kit.links.address', 'example.org/song')
  await ana.button('kit.links.add').click()
  await type(ana, 'kit.people.name', 'Sol')
  await type(ana, 'kit.people.number', '+34 600 123 456')
  await ana.button('kit.people.add').click()
  await expect(ana.button('kit.changeThis', { what: 'Sol' })).toBeVisible()
  await ana.button('kit.changeThis', { what: 'Sol' }).click()
  await look(ana, 'kit')

  await openCheckIn(ana, ben)
  await ana.button('check-in.pause.action').click()
  for (const tool of ['kit', 'people', 'help']) {
    await ana.button(`calm.tools.${tool}`).click()
    await expect(ana.heading(`calm.tools.${tool}`)).toBeVisible()
    await look(ana, `paused, ${tool}`)
    await ana.button('calm.back').click()
  }
}
