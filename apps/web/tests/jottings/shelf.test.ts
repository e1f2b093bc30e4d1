import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shelfFor, shelfIsFor } from '@/features/jottings/address'
import { changed, jottingsIn, restingIn } from '@/features/jottings/list'
import type { CameToRest, Jotting, ListChange, Listed } from '@/vault/jottings'

const EVENING = '00000000-0000-4000-8000-000000000001'
const TONIGHT: Jotting = {
  id: 'dishes',
  text: 'The dishes, again.',
  writtenAtMs: 5,
  sorted: { checkInId: EVENING, as: 'tonight' },
}
const topic = (turn: number, jottingId: string | null = null): CameToRest => ({
  restingId: `${EVENING}.${turn}`,
  checkInId: EVENING,
  step: 'topic',
  sinceMs: 7,
  jottingId,
})
const rested = (...topics: CameToRest[]): ListChange => ({ kind: 'rested', topics })
const done = (list: readonly Listed[], ...changes: ListChange[]) => changes.reduce(changed, list)
const again: Jotting = { id: 'again', text: 'The dishes, gently.', writtenAtMs: 9, sorted: null }

describe('P5: the shelf', () => {
  it('takes a jotting of mine with its words, and nobody is asked about it again', () => {
    const list = done([TONIGHT], rested(topic(5, 'dishes')))
    expect(jottingsIn(list)).toEqual([])
    expect(restingIn(list)).toMatchObject([{ step: 'topic', text: 'The dishes, again.', sinceMs: 7 }])
  })

  it('calls a topic by its step where I had no words for it', () => {
    expect(restingIn(done([TONIGHT], rested(topic(5))))).toMatchObject([{ step: 'topic', text: null }])
  })

  it('holds one topic, whichever of my devices saw it, and the words of the one that knew them', () => {
    const [knows, knowsNot] = [rested(topic(5, 'dishes')), rested(topic(5))]
    for (const changes of [
      [knows, knowsNot],
      [knowsNot, knows],
    ]) {
      const list = done([TONIGHT], ...changes)
      expect(restingIn(list)).toMatchObject([{ text: 'The dishes, again.' }])
      expect(jottingsIn(list)).toEqual([])
    }
  })

  it('is not changed by a check-in in which nothing rested', () => {
    expect(done([TONIGHT], rested())).toEqual([TONIGHT])
  })

  it('gives a topic back as a jotting in the words it has now', () => {
    const list = done([], rested(topic(5)), { kind: 'takenUp', restingId: `${EVENING}.5`, jotting: again })
    expect(restingIn(list)).toEqual([])
    expect(jottingsIn(list)).toEqual([again])
  })

  it('has lost for good what left it, in whatever order my devices hear of it', () => {
    const deeds: readonly ListChange[] = [
      rested(topic(5, 'dishes')),
      rested(topic(5)),
      { kind: 'letGo', restingId: `${EVENING}.5` },
      rested(topic(5)),
    ]
    fc.assert(
      fc.property(fc.shuffledSubarray([...deeds], { minLength: 1 }), (order) => {
        const list = done([], ...order)
        const isGone = order.some(({ kind }) => kind === 'letGo')
        expect(restingIn(list)).toHaveLength(isGone ? 0 : 1)
      }),
    )
  })

  it('comes to the same when anything is done twice', () => {
    const taken: ListChange = { kind: 'takenUp', restingId: `${EVENING}.5`, jotting: again }
    for (const change of [rested(topic(5, 'dishes')), taken, { kind: 'letGo', restingId: `${EVENING}.5` } as const]) {
      const once = done([TONIGHT], rested(topic(5)), change)
      expect(done(once, change)).toEqual(once)
    }
  })

  it('remembers what left it, and not without end', () => {
    const gone = Array.from(
      { length: 100 },
      (_, turn): ListChange => ({ kind: 'letGo', restingId: `${EVENING}.${turn}` }),
    )
    const list = done([], ...gone)
    expect(list).toHaveLength(40)
    expect(restingIn(done(list, rested(topic(99), topic(60))))).toEqual([])
  })

  it('knows the way back to a check-in that waits, and believes no other address', () => {
    expect(shelfIsFor(new URL(shelfFor(EVENING), 'https://turnstone.invalid').search)).toBe(EVENING)
    for (const search of ['', '?for=', '?for=<script>', `?for=${EVENING}x`]) expect(shelfIsFor(search)).toBe(null)
  })
})
