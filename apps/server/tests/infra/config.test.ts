import { expect, test } from 'vitest'
import { ConfigError, localUrl, onPort, readConfig } from '../../src/infra/config.ts'
import { settings, settingsTable } from '../../src/infra/settings.ts'

test('nothing set: safe defaults, this machine only', () => {
  const { config, warnings } = readConfig({ HOME: '/home/someone' })
  expect(config).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    databaseUrl: null,
    publicOrigin: 'http://localhost:3000',
    allowedOrigins: ['http://localhost:3000', 'http://127.0.0.1:3000'],
    secureCookies: false,
    logLevel: 'info',
  })
  expect(warnings).toEqual([])
})

test('an empty value counts as unset', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ' }).config).toMatchObject({ port: 3000, databaseUrl: null })
})

test.each([
  ['PORT', '80a'],
  ['PORT', '-1'],
  ['PORT', '70000'],
  ['PORT', '3000.5'],
  ['HOST', 'not a host'],
  ['HOST', 'http://localhost'],
  ['TURNSTONE_PUBLIC_URL', 'turnstone.example'],
  ['TURNSTONE_PUBLIC_URL', 'http://turnstone.example'],
  ['TURNSTONE_PUBLIC_URL', 'http://192.168.1.20:3000'],
  ['TURNSTONE_PUBLIC_URL', 'http://localhost.example.com'],
  ['TURNSTONE_PUBLIC_URL', 'https://turnstone.example/path'],
  ['TURNSTONE_PUBLIC_URL', 'https://name:word@turnstone.example'],
  ['MAIL_FROM', 'somebody'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused with its name, what was given and what is allowed', (name, given) => {
  const [problem = '', ...others] = problemsOf({ [name]: given })
  expect(others).toEqual([])
  expect(problem).toContain(name)
  expect(problem).toContain(JSON.stringify(given))
  const setting = Object.values(settings).find((candidate) => candidate.name === name)
  expect(problem).toContain(setting?.allowed)
})

test.each([
  ['DATABASE_URL', 'mysql://someone:hunter2@db/turnstone'],
  ['SMTP_URL', 'http://someone:hunter2@mail.example'],
])('a wrong %s is refused without repeating the password in it', (name, given) => {
  const [problem = ''] = problemsOf({ [name]: given })
  expect(problem).toContain(name)
  expect(problem).not.toContain('hunter2')
})

test('every wrong setting is named at once', () => {
  expect(problemsOf({ PORT: 'x', LOG_LEVEL: 'x', DATABASE_URL: 'x' })).toHaveLength(3)
})

test.each([
  ['https://turnstone.example', 'https://turnstone.example', true],
  ['https://turnstone.example:8443/', 'https://turnstone.example:8443', true],
  ['http://localhost:8080', 'http://localhost:8080', false],
  ['http://[::1]:3000', 'http://[::1]:3000', false],
])('TURNSTONE_PUBLIC_URL=%s is the one origin %s', (given, origin, secureCookies) => {
  const { config } = readConfig({ TURNSTONE_PUBLIC_URL: given })
  expect(config).toMatchObject({ publicOrigin: origin, allowedOrigins: [origin], secureCookies })
})

test('a name that means nothing is pointed out', () => {
  const { warnings } = readConfig({ TURNSTONE_PUBLIC_ULR: 'https://turnstone.example' })
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain('TURNSTONE_PUBLIC_ULR')
})

test('listening to the network without a public address is pointed out', () => {
  expect(readConfig({ HOST: '0.0.0.0' }).warnings[0]).toContain('TURNSTONE_PUBLIC_URL')
  expect(readConfig({ HOST: '0.0.0.0', TURNSTONE_PUBLIC_URL: 'https://turnstone.example' }).warnings).toEqual([])
})

test('another port moves the derived origins and leaves a given one alone', () => {
  expect(onPort(readConfig({ PORT: '0' }).config, 4321).allowedOrigins).toEqual([
    'http://localhost:4321',
    'http://127.0.0.1:4321',
  ])
  const given = readConfig({ PORT: '0', TURNSTONE_PUBLIC_URL: 'https://turnstone.example' }).config
  expect(onPort(given, 4321)).toMatchObject({ port: 4321, publicOrigin: 'https://turnstone.example' })
})

test.each([
  ['127.0.0.1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
])('HOST=%s is reached from here at %s', (host, url) => {
  expect(localUrl({ host, port: 3000 })).toBe(url)
})

test('the table names every setting', () => {
  for (const { name, meaning } of Object.values(settings)) {
    expect(settingsTable()).toContain(`\`${name}\``)
    expect(settingsTable()).toContain(meaning)
  }
})

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}
