import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadSecrets, SecretsError } from '../../src/infra/secrets.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('made at the first start, four different ones, readable by the owner only', () => {
  const folder = temporaryFolder()
  const secrets = loadSecrets(folder, { mayCreate: true })
  expect(new Set(Object.values(secrets)).size).toBe(4)
  for (const secret of Object.values(secrets)) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['secrets.json'])
})

test('the same at every later start', () => {
  const folder = temporaryFolder()
  const first = loadSecrets(folder, { mayCreate: true })
  expect(loadSecrets(folder, { mayCreate: false })).toEqual(first)
  expect(loadSecrets(folder, { mayCreate: true })).toEqual(first)
})

test('different in every installation', () => {
  const one = loadSecrets(temporaryFolder(), { mayCreate: true })
  const other = loadSecrets(temporaryFolder(), { mayCreate: true })
  expect(one.pepper).not.toBe(other.pepper)
})

test('a file that others may read is closed to them', () => {
  const folder = temporaryFolder()
  loadSecrets(folder, { mayCreate: true })
  chmodSync(join(folder, 'secrets.json'), 0o644)
  loadSecrets(folder, { mayCreate: true })
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
})

test('none are made beside a database that needs the old ones', () => {
  const folder = temporaryFolder()
  expect(() => loadSecrets(folder, { mayCreate: false })).toThrow(SecretsError)
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['cut off', (text: string) => text.slice(0, 60)],
  ['empty', () => ''],
  ['a secret too short', (text: string) => text.replace(/"pepper": "..../, '"pepper": "')],
  ['a secret missing', (text: string) => text.replace(/ {2}"pepper": "[^"]+",\n/, '')],
  ['a secret too many', (text: string) => text.replace('{', '{ "other": "x",')],
])('a damaged file is refused, left as it is and not repeated: %s', (_, damage) => {
  const folder = temporaryFolder()
  const secrets = loadSecrets(folder, { mayCreate: true })
  const file = join(folder, 'secrets.json')
  const damaged = damage(readFileSync(file, 'utf8'))
  writeFileSync(file, damaged)
  expect(() => loadSecrets(folder, { mayCreate: true })).toThrow(/damaged.*backup/)
  try {
    loadSecrets(folder, { mayCreate: true })
  } catch (error) {
    for (const secret of Object.values(secrets)) expect(String(error)).not.toContain(secret.slice(0, 10))
  }
  expect(readFileSync(file, 'utf8')).toBe(damaged)
})
