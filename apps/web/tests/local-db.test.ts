import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { localDb } from '@/lib/local-db'

/* ADR 20: a worker that ends with two transactions at a time leaves WebKit's database standing still. */

it('does one transaction at a time, in the order in which they were asked for', async () => {
  await localDb.erase()
  const story: string[] = []
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (...asked) {
    const begun = begin.apply(this, asked)
    story.push(`begins ${begun.mode}`)
    begun.addEventListener('complete', () => story.push('ends'))
    return begun
  }

  const answers = await Promise.all([
    localDb.put('meta', 'one', 'a'),
    localDb.get('meta', 'a'),
    localDb.change('meta', async (meta) => meta.put('two', await meta.get('a').then(() => 'a'))),
    localDb.get('meta', 'a'),
    localDb.erase(),
    localDb.get('meta', 'a'),
  ])

  expect(answers).toEqual([undefined, 'one', 'a', 'two', undefined, undefined])
  const [reads, writes] = [
    ['begins readonly', 'ends'],
    ['begins readwrite', 'ends'],
  ]
  expect(story).toEqual([writes, reads, writes, reads, writes, reads].flat())
})

it('goes on after one that failed, and undoes that one', async () => {
  await localDb.put('meta', 'kept', 'a')
  const failed = localDb.change('meta', async (meta) => {
    await meta.put('half', 'a')
    throw new Error('no')
  })
  const after = localDb.get('meta', 'a')

  await expect(failed).rejects.toThrow('no')
  expect(await after).toBe('kept')
})
