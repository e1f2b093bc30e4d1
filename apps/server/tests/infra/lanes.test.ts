import { expect, test } from 'vitest'
import { Lanes } from '../../src/infra/lanes.ts'

/** Work that lasts until it is told to end. */
function aWork(started: string[], name: string) {
  let end: (failure?: Error) => void = () => {}
  const over = new Promise<void>((resolve, reject) => {
    end = (failure) => (failure ? reject(failure) : resolve())
  })
  const work = () => {
    started.push(name)
    return over
  }
  return { end, work }
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

test('one after the other, what is urgent before what waited longer', async () => {
  const lanes = new Lanes()
  const started: string[] = []
  const first = aWork(started, 'first')
  const running = [
    lanes.run('a', false, first.work),
    ...['second', 'third'].map((name) => lanes.run('a', false, aWork(started, name).work)),
  ]
  const pause = aWork(started, 'pause')
  running.push(lanes.run('a', true, pause.work))
  await settled()
  expect(started).toEqual(['first'])
  first.end()
  await running[0]
  await settled()
  expect(started).toEqual(['first', 'pause'])
  pause.end()
  await settled()
  expect(started).toEqual(['first', 'pause', 'second'])
})

test('what is about something else does not wait', async () => {
  const lanes = new Lanes()
  const started: string[] = []
  void lanes.run('a', false, aWork(started, 'a').work)
  void lanes.run('b', false, aWork(started, 'b').work)
  await settled()
  expect(started).toEqual(['a', 'b'])
})

test('a failure is its own, and the next one comes', async () => {
  const lanes = new Lanes()
  const started: string[] = []
  const failing = aWork(started, 'failing')
  const failed = lanes.run('a', false, failing.work)
  const next = aWork(started, 'next')
  const after = lanes.run('a', false, next.work)
  failing.end(new Error('away'))
  await expect(failed).rejects.toThrow('away')
  next.end()
  await after
  expect(started).toEqual(['failing', 'next'])
})
