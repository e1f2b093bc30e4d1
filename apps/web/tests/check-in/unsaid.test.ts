import { describe, expect, it } from 'vitest'
import { Unsaid, type UnsaidPorts } from '@/features/check-in/unsaid'
import type { UnsaidWords } from '@/features/journal/client'
import { ApiError } from '@/lib/errors'
import { openRoom } from './world'

/** A device whose shelf outlives its pages. */
function aDevice() {
  const shelf = new Map<string, UnsaidWords>()
  const drawer: string[] = []
  const world = { isLocked: false, ids: 0 }
  const ports: UnsaidPorts = {
    newId: () => `page ${++world.ids}`,
    async load() {
      if (world.isLocked) throw new ApiError('vault_locked')
      return [...shelf.values()]
    },
    async setAside(words) {
      if (world.isLocked) throw new ApiError('vault_locked')
      // What is longer takes longer to seal.
      await new Promise((resolve) => setTimeout(resolve, words.text.length))
      shelf.set(words.entryId, words)
    },
    drop: async (entryId) => void shelf.delete(entryId),
    async keep({ entryId, text }) {
      if (world.isLocked) throw new ApiError('vault_locked')
      drawer.push(text)
      shelf.delete(entryId)
    },
  }
  return { page: () => new Unsaid(ports), shelf: () => [...shelf.values()].map(({ text }) => text), drawer, world }
}

describe('words that were not said', () => {
  it('are set aside in the order of writing, however long sealing takes', async () => {
    const { page, shelf } = aDevice()
    const unsaid = page()
    await Promise.all([unsaid.note('one', 'I wanted to say much more'), unsaid.note('one', 'I wanted')])
    expect(shelf()).toEqual(['I wanted'])
    await unsaid.note('one', '')
    expect(shelf()).toEqual([])
  })

  it('are there after the page was loaded anew, and go back into the check-in they are from', async () => {
    const { page, shelf } = aDevice()
    await page().note('one', 'not yet')
    const anew = page()
    expect(await anew.takeUp('two')).toBe('')
    expect(anew.pages.get()).toMatchObject([{ checkInId: 'one', text: 'not yet', state: 'no' }])
    expect(await anew.takeUp('one')).toBe('not yet')
    await anew.note('one', 'not yet, but soon')
    expect(shelf()).toEqual(['not yet, but soon'])
  })

  it('are kept as one page and leave the shelf, or are let go and may be kept after all', async () => {
    const { page, shelf, drawer } = aDevice()
    const unsaid = page()
    await unsaid.note('one', 'mine')
    const { entryId } = unsaid.pages.get()[0] ?? { entryId: '' }
    await unsaid.letGo(entryId)
    expect([shelf(), drawer]).toEqual([[], []])
    await unsaid.keep(entryId)
    await unsaid.keep(entryId)
    expect([shelf(), drawer, unsaid.pages.get()]).toMatchObject([[], ['mine'], [{ state: 'saved' }]])
  })

  it('stay on the shelf when they could not be kept', async () => {
    const { page, shelf, world } = aDevice()
    const unsaid = page()
    await unsaid.note('one', 'mine')
    world.isLocked = true
    await unsaid.keep(unsaid.pages.get()[0]?.entryId ?? '')
    expect([shelf(), unsaid.pages.get()]).toMatchObject([['mine'], [{ state: 'failed' }]])
  })

  it('of another day wait beside those of today', async () => {
    const { page, shelf, world } = aDevice()
    await page().note('one', 'of then')
    const unsaid = page()
    world.isLocked = true
    await unsaid.open()
    world.isLocked = false
    await unsaid.note('two', 'of now')
    await unsaid.open()
    expect(unsaid.pages.get().map(({ text }) => text)).toEqual(['of then', 'of now'])
    expect(shelf()).toEqual(['of then', 'of now'])
  })
})

describe('a check-in that ends', () => {
  it('leaves what was not heard with its author, and sends nothing of it any more', async () => {
    const { world, a, b } = await openRoom()
    a.socket = 'down'
    a.http = 'down'
    a.actions.send('I am still angry')
    await world.advance(300)
    b.actions.end()
    await world.advance(300)
    a.mend()
    const before = world.received.length
    await world.advance(3_000)
    expect(a.view).toMatchObject({ kind: 'ended' })
    expect(a.session.shown.get().unsent).toMatchObject([{ text: 'I am still angry', state: 'returned' }])
    expect(world.received.slice(before).filter(({ type }) => type === 'utter')).toEqual([])
    expect(b.session.shown.get().unsent).toEqual([])
  })

  it('leaves nothing of what was heard although its answer got lost', async () => {
    const { world, a, b } = await openRoom()
    a.losesAnswers = true
    a.actions.send('heard after all')
    await world.advance(500)
    expect(b.view).toMatchObject({ live: { said: [{ text: 'heard after all' }] } })
    a.losesAnswers = false
    b.actions.end()
    await world.advance(500)
    expect(a.view).toMatchObject({ kind: 'ended', left: { said: [{ text: 'heard after all' }] } })
    expect(a.session.shown.get().unsent).toEqual([])
  })
})
