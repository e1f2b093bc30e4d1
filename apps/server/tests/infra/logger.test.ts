import { expect, test } from 'vitest'
import { createLogger } from '../../src/infra/logger.ts'

const PRIVATE = 'the garden at night'

test('only the allowed fields are written', () => {
  const line = logged({
    component: 'database',
    delayMs: 100,
    cookie: PRIVATE,
    authorization: PRIVATE,
    body: { text: PRIVATE },
    reason: { text: PRIVATE },
  })
  expect(line).not.toContain(PRIVATE)
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    component: 'database',
    delayMs: 100,
    msg: 'something happened',
  })
})

test('a request is its method and its route, without ids, headers or address', () => {
  const req = {
    method: 'GET',
    url: `/api/journal/${PRIVATE}`,
    headers: { cookie: PRIVATE },
    ip: PRIVATE,
    routeOptions: { url: '/api/journal/:id' },
  }
  const line = logged({ req })
  expect(line).not.toContain(PRIVATE)
  expect(JSON.parse(line).req).toEqual({ method: 'GET', route: '/api/journal/:id' })
})

test('an error is its kind and place, without what it says', () => {
  const error = Object.assign(new TypeError(`Key (email)=(${PRIVATE}) exists`, { cause: new Error(PRIVATE) }), {
    code: '23505',
    detail: PRIVATE,
  })
  const line = logged({ err: error })
  expect(line).not.toContain(PRIVATE)
  expect(JSON.parse(line).err).toMatchObject({ type: 'TypeError', code: '23505' })
  expect(JSON.parse(line).err.stack[0]).toContain('logger.test.ts')
})

test('what a child logger adds goes through the same gate', () => {
  const lines: string[] = []
  const logger = createLogger('info', { write: (line) => lines.push(line) })
  logger.child({ component: 'pages', token: PRIVATE }).info('started')
  expect(lines.join('')).not.toContain(PRIVATE)
  expect(lines.join('')).toContain('"component":"pages"')
})

function logged(fields: object): string {
  const lines: string[] = []
  createLogger('info', { write: (line) => lines.push(line) }).info(fields, 'something happened')
  return lines.join('')
}
