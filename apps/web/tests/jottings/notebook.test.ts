import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changed, jottingsIn, placeIn } from '@/features/jottings/list'
import { ApiError, type ProblemCode } from '@/lib/errors'
import { Notebook, type NotebookPorts, type Pending } from '@/lib/notebook'
import type { Jotting, ListChange, Listed } from '@/vault/jottings'
import type { SealedList } from '@/vault/sealed-list'

/** The account, as the server keeps it: one list, replaced only by whoever knew the one before. */
function anAccount() {
  let stored: SealedList = null
  return {
    stored: () => stored,
    save(next: NonNullable<SealedList>) {
      if (next.version !== (stored?.version ?? 0) + 1) throw new ApiError('version_conflict')
      stored = next
    },
  }
}

const ROOM_CHARS = 400

function aDevice(account: ReturnType<typeof anAccount>, name: string) {
  let kept: SealedList = null
  let pending: readonly Pending[] = []
  let ids = 0
  let changes = 0
  let queue: Promise<unknown> = Promise.resolve()
  const world: { refuses: ProblemCode | null; losesAnswers: boolean; before: () => Promise<void> } = {
    refuses: null,
    losesAnswers: false,
    before: async () => {},
  }
  const ports: NotebookPorts<Listed, ListChange> = {
    vault: {
      open: async ({ sealed }) => (sealed ? (JSON.parse(sealed.sealed) as Listed[]) : []),
      async seal({ version, items }) {
        const sealed = JSON.stringify(items)
        if (sealed.length > ROOM_CHARS) throw new ApiError('too_large')
        return { version, sealed }
      },
      sealChange: async ({ change }) => ({ sealed: JSON.stringify(change) }),
      openChange: async ({ sealed }) => JSON.parse(sealed),
    },
    changed,
    async fetch() {
      if (world.refuses) throw new ApiError(world.refuses)
      return account.stored()
    },
    async save(next) {
      await world.before()
      if (world.refuses) throw new ApiError(world.refuses)
      account.save(next)
      if (world.losesAnswers) throw new ApiError('offline')
    },
    kept: async () => kept,
    async keep(sealed) {
      kept = sealed
    },
    pending: async () => pending,
    async put(one) {
      pending = [...pending, one]
    },
    async drop(gone) {
      pending = pending.filter(({ id }) => !gone.includes(id))
    },
    alone(work) {
      const done = queue.then(work)
      queue = done.catch(() => {})
      return done
    },
    newId: () => `${name}-change-${++changes}`,
  }
  const book = new Notebook(ports)
  const notebook = {
    load: () => book.load(),
    look: () => book.look(),
    state: book.state,
    hasUnsent: () => book.hasUnsent(),
    add: (text: string) =>
      book.add({ kind: 'added', jotting: { id: `${name}${++ids}`, text, writtenAtMs: ids, sorted: null } }),
    sort: (id: string, sorted: NonNullable<Jotting['sorted']>) => book.change({ kind: 'sorted', id, sorted }),
    remove: (id: string) => book.change({ kind: 'removed', id }),
  }
  const shown = () => {
    const state = notebook.state.get()
    return state.kind === 'open' ? jottingsIn(state.items).map(({ text }) => text) : state.kind
  }
  const unsent = () => {
    const state = notebook.state.get()
    return state.kind === 'open' ? state.unsent : state.kind
  }
  return {
    notebook,
    book,
    shown,
    unsent,
    world,
    /** The page is loaded again. */
    again: () => new Notebook(ports),
    /** Another tab is at it, and does not come back. */
    holdTheDoor() {
      queue = new Promise(() => {})
    },
  }
}

const textsOf = (account: ReturnType<typeof anAccount>) =>
  (JSON.parse(account.stored()?.sealed ?? '[]') as Jotting[]).map(({ text }) => text)

describe('two devices', () => {
  it('write at the same time, and the account has both', async () => {
    const account = anAccount()
    const [phone, laptop] = [aDevice(account, 'phone'), aDevice(account, 'laptop')]
    await phone.notebook.load()
    await laptop.notebook.load()
    // The laptop saves between the phone's look and the phone's own save.
    phone.world.before = async () => {
      phone.world.before = async () => {}
      await laptop.notebook.add('from the laptop')
    }
    await phone.notebook.add('from the phone')
    expect(textsOf(account)).toEqual(['from the laptop', 'from the phone'])
    expect(phone.shown()).toEqual(['from the laptop', 'from the phone'])
    expect(await phone.notebook.hasUnsent()).toBe(false)
  })

  it('lose nothing, whatever they do and whenever they have a connection', async () => {
    const step = fc.record({
      device: fc.constantFrom(0, 1),
      act: fc.constantFrom('add', 'remove', 'offline', 'online', 'reload'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 24 }), async (steps) => {
        const account = anAccount()
        const devices = [aDevice(account, 'one'), aDevice(account, 'two')] as const
        for (const { notebook } of devices) await notebook.load()
        const expected = new Set<string>()
        for (const [index, { device, act }] of steps.entries()) {
          const { notebook, world, shown } = devices[device]
          if (act === 'offline') world.refuses = 'offline'
          if (act === 'online') world.refuses = null
          if (act === 'reload' || act === 'online') await notebook.load()
          // Short, so that the room is never the reason.
          if (act === 'add' && expected.size < 3) {
            await notebook.add(String(index))
            expected.add(String(index))
          }
          if (act === 'remove') {
            const state = notebook.state.get()
            const first = state.kind === 'open' ? jottingsIn(state.items)[0] : undefined
            if (!first) continue
            await notebook.remove(first.id)
            expected.delete(first.text)
          }
          expect(shown()).not.toBe('problem')
        }
        for (const { notebook, world } of devices) {
          world.refuses = null
          await notebook.load()
        }
        expect(new Set(textsOf(account))).toEqual(expected)
      }),
      { numRuns: 150 },
    )
  })
})

it('never shows undone what was done here while a slow look at the account was under way', async () => {
  const phone = aDevice(anAccount(), 'phone')
  await phone.notebook.load()
  for (const text of ['one', 'two']) await phone.notebook.add(text)
  const seen: string[] = []
  phone.notebook.state.subscribe(() => {
    const state = phone.notebook.state.get()
    if (state.kind !== 'open') return
    seen.push(
      jottingsIn(state.items)
        .map((jotting) => placeIn('c', jotting))
        .join(' '),
    )
  })
  let second: Promise<void> | undefined
  phone.world.before = async () => {
    second ??= phone.notebook.sort('phone2', { checkInId: 'c', as: 'later' })
    // It is put and shown while the list without it is on its way.
    await new Promise((resolve) => setTimeout(resolve))
    expect(seen).toContain('tonight later')
  }
  await phone.notebook.sort('phone1', { checkInId: 'c', as: 'tonight' })
  await second
  const both = seen.indexOf('tonight later')
  expect(new Set(seen.slice(both))).toEqual(new Set(['tonight later']))
})

describe('without a connection', () => {
  it('keeps what was written over a reload, and sends it later', async () => {
    const account = anAccount()
    const phone = aDevice(account, 'phone')
    phone.world.refuses = 'offline'
    await phone.notebook.load()
    await phone.notebook.add('in the train')
    expect(phone.unsent()).toBe('waiting')
    const later = phone.again()
    await later.load()
    expect(later.state.get()).toMatchObject({ kind: 'open', items: [{ text: 'in the train' }], unsent: 'waiting' })
    phone.world.refuses = null
    await later.load()
    expect(later.state.get()).toMatchObject({ unsent: 'none' })
    expect(textsOf(account)).toEqual(['in the train'])
  })

  it('writes once what arrived although its answer was lost', async () => {
    const account = anAccount()
    const phone = aDevice(account, 'phone')
    await phone.notebook.load()
    phone.world.losesAnswers = true
    await phone.notebook.add('once')
    expect(phone.unsent()).toBe('waiting')
    phone.world.losesAnswers = false
    await phone.notebook.load()
    expect(textsOf(account)).toEqual(['once'])
    expect(await phone.notebook.hasUnsent()).toBe(false)
  })
})

describe('room', () => {
  const long = 'x'.repeat(200)

  it('is said to be over before anything is taken from the field', async () => {
    const phone = aDevice(anAccount(), 'phone')
    await phone.notebook.load()
    await phone.notebook.add(long)
    await expect(phone.notebook.add(long)).rejects.toMatchObject({ code: 'too_large' })
    expect(phone.shown()).toEqual([long])
    expect(await phone.notebook.hasUnsent()).toBe(false)
  })

  it('that two devices overran keeps the newest on the device until there is some', async () => {
    const account = anAccount()
    const [phone, laptop] = [aDevice(account, 'phone'), aDevice(account, 'laptop')]
    phone.world.refuses = 'offline'
    for (const { notebook } of [phone, laptop]) {
      await notebook.load()
      await notebook.add(long)
    }
    phone.world.refuses = null
    await phone.notebook.load()
    expect(phone.unsent()).toBe('full')
    expect(phone.shown()).toEqual([long, long])
    await phone.notebook.remove('laptop1')
    expect(phone.unsent()).toBe('none')
    expect(textsOf(account)).toEqual([long])
  })
})

it('holds what was sorted for that check-in only', () => {
  const jotting: Jotting = { id: '1', text: 'dishes', writtenAtMs: 0, sorted: null }
  const list = changed([jotting], { kind: 'sorted', id: '1', sorted: { checkInId: 'c1', as: 'tonight' } })
  const [sorted] = jottingsIn(list)
  expect(placeIn('c1', jotting)).toBe('unsorted')
  expect(sorted && placeIn('c1', sorted)).toBe('tonight')
  expect(sorted && placeIn('c2', sorted)).toBe('unsorted')
})

it('says when the account was tampered with, and shows none of it', async () => {
  const phone = aDevice(anAccount(), 'phone')
  await phone.notebook.load()
  phone.world.refuses = 'tampered'
  await phone.notebook.load()
  expect(phone.notebook.state.get()).toEqual({
    kind: 'problem',
    problem: expect.objectContaining({ code: 'tampered' }),
  })
})

describe('a look', () => {
  it('asks nobody, waits for no other tab, and shows what waits to be sent too', async () => {
    const phone = aDevice(anAccount(), 'phone')
    await phone.notebook.load()
    await phone.notebook.add('sent')
    phone.world.refuses = 'offline'
    await phone.notebook.add('waiting')
    const again = phone.again()
    // Whoever asked now would be told of something else than what is here.
    phone.world.refuses = 'tampered'
    phone.holdTheDoor()
    await again.look()
    expect(again.state.get()).toMatchObject({ kind: 'open', items: [{ text: 'sent' }, { text: 'waiting' }] })
  })

  it('shows nothing of somebody else, once the page is theirs', async () => {
    const phone = aDevice(anAccount(), 'phone')
    phone.book.belongsTo('ana')
    await phone.notebook.load()
    await phone.notebook.add('Ana’s own')
    phone.book.belongsTo('ana')
    expect(phone.shown()).toEqual(['Ana’s own'])
    phone.book.belongsTo(null)
    expect(phone.shown()).toBe('opening')
  })
})
