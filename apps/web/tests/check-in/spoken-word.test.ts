import { expect, it, vi } from 'vitest'
import { listenFor, localRecogniser, type Recogniser, type Recognition } from '@/features/check-in/spoken-word'

/** A recogniser that answers `available`, as browsers have it, and remembers what it was asked. */
function recogniser(answer: string | Error, { local = true } = {}) {
  const asked: unknown[] = []
  const made: Recognition[] = []
  class Found {
    onresult: Recognition['onresult'] = null
    onend: Recognition['onend'] = null
    onerror: Recognition['onerror'] = null
    start = vi.fn<() => void>()
    abort = vi.fn<() => void>()
    constructor() {
      made.push(this as unknown as Recognition)
    }
    static available(options: unknown): Promise<string> {
      asked.push(options)
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    }
  }
  if (local) Object.assign(Found.prototype, { processLocally: false })
  return { Found: Found as unknown as Recogniser, asked, made }
}

it('P2 is used where the browser hears on this device alone, in this language, now', async () => {
  const { Found, asked } = recogniser('available')
  expect(await localRecogniser(Found, 'es-MX')).toBe(Found)
  expect(asked).toEqual([{ langs: ['es-MX'], processLocally: true }])
})

it('P2 is absent everywhere else', async () => {
  for (const answer of ['unavailable', 'downloadable', 'downloading', 'something new'])
    expect(await localRecogniser(recogniser(answer).Found, 'en')).toBeNull()
  expect(await localRecogniser(recogniser(new DOMException('no', 'NotSupportedError')).Found, 'en')).toBeNull()
  for (const none of [undefined, null, {}, () => {}]) expect(await localRecogniser(none, 'en')).toBeNull()
})

it('is never one that would send away what it hears, and is not even asked', async () => {
  const { Found, asked } = recogniser('available', { local: false })
  expect(await localRecogniser(Found, 'en')).toBeNull()
  expect(asked).toEqual([])
})

it('hands over what was heard, goes on after a silence, and stops for good when it is told to', () => {
  const { Found, made } = recogniser('available')
  const onHeard = vi.fn<(text: string) => void>()
  const stop = listenFor(Found, 'en-GB', { onHeard, onDeaf: () => {} })
  const [one] = made
  expect(one).toMatchObject({ lang: 'en-GB', processLocally: true, continuous: true })
  one?.onresult?.({ resultIndex: 0, results: [{ isFinal: false, 0: { transcript: 'light' } }] })
  one?.onresult?.({ resultIndex: 0, results: [{ isFinal: true, 0: { transcript: 'lighthouse' } }] })
  expect(onHeard.mock.calls).toEqual([['light'], ['lighthouse ']])
  one?.onend?.()
  expect(one?.start).toHaveBeenCalledTimes(2)
  stop()
  one?.onend?.()
  expect(one?.abort).toHaveBeenCalledTimes(1)
  expect(one?.start).toHaveBeenCalledTimes(2)
})

it('says when it hears nothing any more, and does not try again', () => {
  const { Found, made } = recogniser('available')
  const onDeaf = vi.fn<() => void>()
  listenFor(Found, 'en', { onHeard: () => {}, onDeaf })
  const [one] = made
  one?.onerror?.({ error: 'no-speech' })
  expect(onDeaf).not.toHaveBeenCalled()
  one?.onerror?.({ error: 'not-allowed' })
  one?.onend?.()
  expect(onDeaf).toHaveBeenCalledTimes(1)
  expect(one?.start).toHaveBeenCalledTimes(1)
})
