import { INSTAGRAM } from '../fixtures/in-app.ts'
import { expect, test } from '../fixtures/two-partners.ts'

test('L1: inside another app, the way to a real browser comes before any key, and nobody is held there', async ({
  arrive,
}) => {
  for (const language of ['en', 'es'] as const) {
    const ana = await arrive('Ana', {
      language,
      userAgent: INSTAGRAM,
      permissions: ['clipboard-write', 'clipboard-read'],
    })
    await ana.open('/sign-up')
    await expect(ana.heading('common.inApp.title')).toBeVisible()
    await expect(ana.page.getByLabel(ana.say('account.signUp.name'), { exact: true })).toBeHidden()
    await ana.button('common.inApp.copy').click()
    await expect(ana.text('common.copied')).toBeVisible()
    expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe(ana.page.url())
    await ana.button('common.inApp.anyway').click()
    await expect(ana.page.getByLabel(ana.say('account.signUp.name'), { exact: true })).toBeVisible()
  }
})
