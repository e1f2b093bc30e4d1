import { expect, test } from '../fixtures/two-partners.ts'

const PAPERS = ['A4', 'Letter'] as const

test('L1: the sheet prints on one page, black on white also from the dark, without the name of the app', async ({
  arrive,
}) => {
  for (const language of ['en', 'es'] as const) {
    const ana = await arrive('Ana', { language, colorScheme: 'dark' })
    await ana.signUp()
    expect(await ana.page.title()).not.toMatch(/turnstone/i)
    for (const format of PAPERS) {
      const pdf = (await ana.page.pdf({ format, preferCSSPageSize: false })).toString('latin1')
      expect([format, pdf.match(/\/Type\s*\/Page\b/g)?.length]).toEqual([format, 1])
    }
    await ana.page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    const secrets = ana.page.locator('[translate=no]')
    for (const secret of await secrets.all()) await expect(secret).toHaveCSS('color', 'rgb(0, 0, 0)')
    await expect(ana.page.locator('body')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)')
    await expect(ana.page.getByText('Turnstone').first()).toBeHidden()
    await expect(ana.text('account.sheet.paperHint')).toBeVisible()
  }
})
