import { expect, it } from 'vitest'
import { Outbox, type OutboxShelf, type Outgoing } from '@/features/journal/outbox'
import { ApiError, type ProblemCode } from '@/lib/errors'
import type { Waiting } from '@/lib/local-db'

function shelf(): OutboxShelf {
  const kept = new Map<string, Waiting>()
  return {
    all: async () => [...kept.values()],
    put: async (waiting) => void kept.set(waiting.id, waiting),
    remove: async (id) => void kept.delete(id),
  }
}

const page = (entryId: string, checkInId: string | null = null): Outgoing => ({
  entryId,
  mutationId: `m-${entryId}`,
  room: checkInId ? 'living' : 'drawer',
  envelope: 'sealed',
  checkInId,
})

function answering(code: () => ProblemCode | null) {
  const sent: string[] = []
  const outbox = new Outbox(async ({ entryId }) => {
    const refused = code()
    if (refused) throw new ApiError(refused)
    sent.push(entryId)
  }, shelf())
  return { outbox, sent }
}

it('keeps what does not get through, in order, and sends it once later', async () => {
  let answer: ProblemCode | null = 'offline'
  const { outbox, sent } = answering(() => answer)
  await outbox.put(page('second'), 2)
  await outbox.put(page('first'), 1)
  expect(await outbox.flush()).toBe('waiting')
  expect((await outbox.waiting('drawer')).map(({ entryId }) => entryId)).toEqual(['first', 'second'])
  answer = null
  expect(await outbox.flush()).toBe('empty')
  expect(await outbox.flush()).toBe('empty')
  expect(sent).toEqual(['first', 'second'])
})

it('lets go of a record that the other device brought first, and never of a page', async () => {
  const { outbox } = answering(() => 'version_conflict')
  await outbox.put(page('record', 'check-in'), 1)
  expect(await outbox.flush()).toBe('empty')
  await outbox.put(page('page'), 1)
  expect(await outbox.flush()).toBe('waiting')
  expect(await outbox.waiting('drawer')).toHaveLength(1)
})

it('knows whether a page would be lost with this device', async () => {
  let answer: ProblemCode | null = 'offline'
  const { outbox } = answering(() => answer)
  await outbox.put(page('record', 'check-in'), 1)
  expect(await outbox.holdsWords()).toBe(false)
  await outbox.put(page('page'), 2)
  expect(await outbox.holdsWords()).toBe(true)
  answer = null
  await outbox.flush()
  expect(await outbox.holdsWords()).toBe(false)
})

const thanks = (mine = true): Outgoing => ({
  entryId: 'thanks',
  mutationId: 'thanks',
  room: 'living',
  envelope: 'sealed for both',
  checkInId: null,
  partnershipId: 'ended',
  ...(mine && { mine: { entryId: 'mine', envelope: 'sealed for me' } }),
})

/** A server whose living room is gone; the drawer is as always. */
function afterUnlinking() {
  const sent: Outgoing[] = []
  const kept = shelf()
  const outbox = new Outbox(async (outgoing) => {
    if (outgoing.room === 'living') throw new ApiError('not_linked')
    sent.push(outgoing)
  }, kept)
  return { outbox, sent, kept }
}

it('brings words home when the room they were meant for is gone, and what waits behind them is sent', async () => {
  const { outbox, sent } = afterUnlinking()
  await outbox.put(thanks(), 1)
  await outbox.put(page('page'), 2)
  expect(await outbox.flush()).toBe('empty')
  expect(sent.map(({ entryId, envelope, room }) => [entryId, envelope, room])).toEqual([
    ['page', 'sealed', 'drawer'],
    ['mine', 'sealed for me', 'drawer'],
  ])
  expect(await outbox.waiting('living')).toEqual([])
})

it('lets go of a copy whose page lies in the drawer', async () => {
  const { outbox, sent } = afterUnlinking()
  await outbox.put(thanks(false), 1)
  expect(await outbox.flush()).toBe('empty')
  expect(sent).toEqual([])
})

it('loses nothing when it stops between bringing words home and letting go of them', async () => {
  const { outbox, sent, kept } = afterUnlinking()
  await outbox.put(thanks(), 1)
  const remove = kept.remove
  kept.remove = () => Promise.reject(new Error('the device went off'))
  await expect(outbox.flush()).rejects.toThrow('the device went off')
  expect((await outbox.waiting('drawer')).map(({ entryId }) => entryId)).toEqual(['mine'])
  kept.remove = remove
  expect(await outbox.flush()).toBe('empty')
  expect(sent.every(({ entryId }) => entryId === 'mine')).toBe(true)
})

it('L7: what waits because its author has stepped back keeps nothing else waiting, and is not lost', async () => {
  let steppedBack = true
  const sent: string[] = []
  const outbox = new Outbox(async ({ entryId, room }) => {
    if (steppedBack && room === 'living') throw new ApiError('stepped_back')
    sent.push(entryId)
  }, shelf())
  await outbox.put({ ...page('thanks'), room: 'living' }, 1)
  await outbox.put(page('mine'), 2)
  expect(await outbox.flush()).toBe('waiting')
  expect(sent).toEqual(['mine'])
  steppedBack = false
  expect(await outbox.flush()).toBe('empty')
  expect(sent).toEqual(['mine', 'thanks'])
})
