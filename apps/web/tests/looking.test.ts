import { describe, expect, it } from 'vitest'
import { looking } from '@/lib/looking'

/** A look that answers when it is told to, with its own number. */
function scripted() {
  const looks: PromiseWithResolvers<number>[] = []
  const look = looking(() => {
    const mine = Promise.withResolvers<number>()
    looks.push(mine)
    return mine.promise
  })
  /** The nth look, once it has begun. */
  const nth = async (number: number) => {
    while (looks.length < number) await Promise.resolve()
    return looks[number - 1] as PromiseWithResolvers<number>
  }
  return { look, nth, begun: () => looks.length }
}

describe('one look at something that changes', () => {
  it('is shared by all who ask in one go', async () => {
    const { look, nth, begun } = scripted()
    const seen = [look.any(), look.anew(), look.any()]
    ;(await nth(1)).resolve(1)
    expect(await Promise.all(seen)).toEqual([1, 1, 1])
    expect(begun()).toBe(1)
  })

  it('is another one for whoever asks anew after it began, and one for all of them', async () => {
    const { look, nth, begun } = scripted()
    const first = look.any()
    const one = await nth(1)
    const [shared, ...later] = [look.any(), look.anew(), look.anew()]
    expect(begun()).toBe(1)
    one.resolve(1)
    ;(await nth(2)).resolve(2)
    expect(await Promise.all([first, shared, ...later])).toEqual([1, 1, 2, 2])
    expect(begun()).toBe(2)
  })

  it('that failed fails for those who shared it, and for nobody after them', async () => {
    const { look, nth } = scripted()
    const failing = look.any()
    const one = await nth(1)
    const later = look.anew()
    one.reject(new Error('away'))
    await expect(failing).rejects.toThrow('away')
    ;(await nth(2)).resolve(2)
    expect(await later).toBe(2)
    await look.settled()
    const again = look.any()
    ;(await nth(3)).resolve(3)
    expect(await again).toBe(3)
  })
})
