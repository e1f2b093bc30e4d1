import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Npm } from '../fixtures/npm.ts'
import { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const PERSON = /e-mail +(\S+)\s+password +(.+)\s+account key +(.+)/g

test('npm run demo: two people with some months behind them, and nobody else’s folder is touched', async ({
  browser,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-demo-'))
  const settings = { TURNSTONE_DATA: folder, PORT: '0' }
  try {
    const demo = new Npm('demo', settings)
    const url = (await demo.address()).replace('localhost', '127.0.0.1')
    const signIns = [...demo.output.matchAll(PERSON)].map(([, email = '', password = '', accountKey = '']) => {
      return { name: 'June', email, password, accountKey, recoveryCode: '' }
    })
    expect(signIns).toHaveLength(2)
    const [account] = signIns
    if (!account) throw new Error('nobody to sign in as')
    const june = await Person.arrive({ url }, browser, account.name)
    await test.step('one of them signs in, and finds what they lived through', async () => {
      await june.moveIn(account)
      await expect(june.link('home.write')).toBeVisible()
      await june.open('/journal')
      await expect(june.page.getByText('Thank you for Thursday. All of it.')).toBeVisible()
      await expect(june.text('journal.record.title')).toBeVisible()
      await june.open('/journal/drawer')
      await expect(june.page.getByText(/Read back to our first weeks tonight/)).toBeVisible()
      expect(june.complaints).toEqual([])
    })
    await june.close()
    await demo.end('SIGINT')

    await test.step('again: the same people', async () => {
      const again = new Npm('demo', settings)
      await again.address()
      expect(again.output).toContain(account.accountKey)
      await again.end('SIGINT')
    })
    await test.step('a folder that is not a demo is left alone', async () => {
      const real = mkdtempSync(join(folder, 'real-'))
      writeFileSync(join(real, 'secrets.json'), '{}')
      const refused = new Npm('demo', { ...settings, TURNSTONE_DATA: real })
      expect(await refused.exit()).not.toBe(0)
      expect(refused.output).toContain('not a demo')
      expect(readdirSync(real)).toEqual(['secrets.json'])
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
