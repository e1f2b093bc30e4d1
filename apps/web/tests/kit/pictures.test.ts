import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PicturePorts, settlePictures, type Untold } from '@/features/kit/pictures'
import { ApiError } from '@/lib/errors'

/** One account, and what is on one device of it. */
interface Account {
  readonly rows: Map<string, string>
  readonly most: number
}

function deviceOf({ rows, most }: Account) {
  const here = new Map<string, string>()
  const untold = new Map<string, Untold>()
  const ports: PicturePorts = {
    here: async () => [...here.keys()],
    read: async (id) => here.get(id) ?? null,
    keep: async (id, sealed) => void here.set(id, sealed),
    forget: async (id) => void here.delete(id),
    untold: async () => [...untold.values()],
    tell: async (one) => void untold.set(one.id, one),
    told: async (id) => void untold.delete(id),
    async send(id, sealed) {
      if (!rows.has(id) && rows.size >= most) throw new ApiError('too_large')
      rows.set(id, sealed)
    },
    fetch: async (id) => rows.get(id) ?? null,
    remove: async (id) => void rows.delete(id),
  }
  const put = async (id: string) => {
    await ports.keep(id, `sealed ${id}`)
    await ports.tell({ id, what: 'put' })
  }
  return { ports, here, untold, put }
}

const accountWith = (...ids: string[]): Account => ({ rows: new Map(ids.map((id) => [id, `sealed ${id}`])), most: 3 })

describe('the pictures of a kit', () => {
  it('go to the account, and from there to another device', async () => {
    const account = accountWith()
    const [phone, laptop] = [deviceOf(account), deviceOf(account)]
    await phone.put('a')
    expect(await settlePictures(phone.ports, ['a'])).toBe('settled')
    await settlePictures(laptop.ports, ['a'])
    expect([...laptop.here]).toEqual([['a', 'sealed a']])
    expect(phone.untold.size).toBe(0)
  })

  it('are what the list says: put in or taken out without it, they were not', async () => {
    const account = accountWith('kept')
    const phone = deviceOf(account)
    await phone.put('half')
    await phone.ports.tell({ id: 'kept', what: 'removed' })
    await settlePictures(phone.ports, ['kept'])
    expect([...account.rows.keys()]).toEqual(['kept'])
    expect([...phone.here.keys()]).toEqual(['kept'])
    expect(phone.untold.size).toBe(0)
  })

  it('wait on the device while the account is full, and are not lost', async () => {
    const account = accountWith('1', '2', '3')
    const phone = deviceOf(account)
    await phone.put('4')
    expect(await settlePictures(phone.ports, ['1', '2', '3', '4'])).toBe('full')
    expect(phone.here.get('4')).toBe('sealed 4')
    await phone.ports.tell({ id: '1', what: 'removed' })
    await settlePictures(phone.ports, ['2', '3', '4'])
    expect(await settlePictures(phone.ports, ['2', '3', '4'])).toBe('settled')
    expect([...account.rows.keys()].toSorted()).toEqual(['2', '3', '4'])
  })

  it('one that has not come to the account yet is asked for again later', async () => {
    const account = accountWith()
    const laptop = deviceOf(account)
    await settlePictures(laptop.ports, ['a'])
    expect(laptop.here.size).toBe(0)
    account.rows.set('a', 'sealed a')
    await settlePictures(laptop.ports, ['a'])
    expect(laptop.here.has('a')).toBe(true)
  })

  it('a line that is cut anywhere loses none: the next time brings both devices to the list', async () => {
    const ids = ['a', 'b', 'c']
    await fc.assert(
      fc.asyncProperty(fc.subarray(ids), fc.subarray(ids), fc.nat(12), async (put, removed, cutAt) => {
        const account: Account = { rows: new Map(removed.map((id) => [id, `sealed ${id}`])), most: 3 }
        const phone = deviceOf(account)
        const listed = put.filter((id) => !removed.includes(id))
        for (const id of listed) await phone.put(id)
        for (const id of removed) await phone.ports.tell({ id, what: 'removed' })
        let left = cutAt
        const cut = async <T>(work: Promise<T>): Promise<T> => {
          left -= 1
          if (left < 0) throw new ApiError('offline')
          return work
        }
        const { send, fetch, remove } = phone.ports
        await settlePictures(
          {
            ...phone.ports,
            send: (id, sealed) => cut(send(id, sealed)),
            fetch: (id) => cut(fetch(id)),
            remove: (id) => cut(remove(id)),
          },
          listed,
        ).catch((thrown: unknown) => expect(thrown).toMatchObject({ code: 'offline' }))
        await settlePictures(phone.ports, listed)
        expect([...account.rows.keys()].toSorted()).toEqual(listed.toSorted())
        expect([...phone.here.keys()].toSorted()).toEqual(listed.toSorted())
        expect(phone.untold.size).toBe(0)
      }),
    )
  })
})
