import { createAccount, joinEpoch, newUuid, type Partnership, startEpoch } from '@turnstone/vault'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { closePartnership, holdPartnership, holdPast, thePartnership } from '@/vault/session'

const PASSWORD = 'a quiet evening by the sea'

describe('the open keys of a partnership', () => {
  /** The same epoch, opened as often as it is asked for. */
  let join: () => Promise<Partnership>

  beforeAll(async () => {
    const [ana, ben] = await Promise.all(['Ana', 'Ben'].map((name) => createAccount({ name, password: PASSWORD })))
    if (!ana || !ben) throw new Error('two accounts were asked for')
    const link = { partnershipId: newUuid(), epoch: 1 }
    const { grant } = await startEpoch(ana.keyring, { ...link, role: 'inviter', partner: ben.keyring.identity })
    join = () => joinEpoch(ben.keyring, { ...link, role: 'invitee', partner: ana.keyring.identity }, grant)
  }, 60_000)

  it('stay as they are when they are opened again: whoever uses one never loses it', async () => {
    const [inUse, again] = [await join(), await join()]
    const closed = [vi.spyOn(inUse, 'lock'), vi.spyOn(again, 'lock')]
    holdPartnership([inUse])
    holdPartnership([again])
    expect(thePartnership()).toBe(inUse)
    expect(closed.map((lock) => lock.mock.calls.length)).toEqual([0, 1])
    closePartnership()
    expect(closed[0]).toHaveBeenCalledOnce()
  })

  it('are closed only when something else is held already', async () => {
    const [gone, next] = [await join(), await join()]
    vi.spyOn(next, 'epoch', 'get').mockReturnValue(2)
    const heldWhenClosed: number[] = []
    vi.spyOn(gone, 'lock').mockImplementation(() => heldWhenClosed.push(thePartnership().epoch))
    holdPartnership([gone])
    holdPartnership([next])
    expect(heldWhenClosed).toEqual([2])
    closePartnership()
  })

  it('of a link that has ended are for reading it by name, never for sealing', async () => {
    const [ended, other] = [await join(), await join()]
    vi.spyOn(other, 'partnershipId', 'get').mockReturnValue(newUuid())
    holdPast([ended])
    expect(thePartnership(ended.partnershipId)).toBe(ended)
    expect(() => thePartnership()).toThrow('keyring_locked')
    holdPartnership([other])
    expect(thePartnership()).toBe(other)
    const closed = vi.spyOn(ended, 'lock')
    holdPast([])
    expect(closed).toHaveBeenCalledOnce()
    expect(() => thePartnership(ended.partnershipId)).toThrow('keyring_locked')
    closePartnership()
  })
})
