import { expect, test } from '../fixtures/two-partners.ts'

test('X3: a new sign-in is told on the device from before, stays until it is answered, and can be ended there', async ({
  arrive,
  house,
}) => {
  const ana = await arrive('Ana')
  await ana.signUp()
  const { accountKey } = await ana.readSheet()
  await ana.button('account.sheet.saved').click()
  await expect(ana.text('home.alone')).toBeVisible()
  const other = await arrive('Ana')
  Object.assign(other, { email: ana.email })
  const asked = ana.page.getByRole('complementary', { name: ana.say('watch.title') })
  const unfold = () => ana.button('watch.title').click()

  await test.step('a line that moves nothing: home keeps all its room', async () => {
    await ana.open('')
    const pause = await ana.button('home.pause.action').boundingBox()
    const write = await ana.link('home.write').boundingBox()
    await other.signIn()
    await expect(asked).toBeVisible()
    expect(await ana.button('home.pause.action').boundingBox()).toEqual(pause)
    expect(await ana.link('home.write').boundingBox()).toEqual(write)
  })
  await test.step('before it opened the pages nobody knows what it is; then it has a name', async () => {
    await expect(other.heading('account.unlock.title')).toBeVisible()
    await unfold()
    await expect(asked).toContainText('a browser that has not opened your pages')
    await other.page.getByLabel(other.say('account.unlock.text'), { exact: true }).fill(accountKey)
    await other.button('account.unlock.submit').click()
    await expect(other.text('home.alone')).toBeVisible()
    await expect(asked).toContainText(/Chrome on Windows/)
    await expect(other.page.getByRole('complementary', { name: ana.say('watch.title') })).toBeHidden()
  })
  await test.step('it stays on other pages, and after a reload', async () => {
    await ana.open('/settings')
    await unfold()
    await expect(asked).toContainText(/Chrome on Windows/)
    await expect(ana.page.getByRole('listitem').filter({ hasText: 'Chrome on Windows' })).toHaveCount(2)
  })
  await test.step('no: it is ended at once', async () => {
    await ana.button('watch.no').click()
    await expect(asked).toContainText(ana.say('watch.endedText'))
    expect((await other.page.request.get(`${house.url}/api/account`)).status()).toBe(401)
    await ana.button('watch.close').click()
    await expect(asked).toBeHidden()
  })
})
