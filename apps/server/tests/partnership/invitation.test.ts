import { http } from '@turnstone/protocol'
import { ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
let eve: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ana = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
  ben = await ScriptedPartner.signUp(server.url, 'Ben', server.issueCookie)
  eve = await ScriptedPartner.signUp(server.url, 'Eve', server.issueCookie)
})

const open = (who: ScriptedPartner, lookupId: string) =>
  who.http.call(http.invitation.openInvitation, { body: { lookupId } })
const refusedWith = (code: string) => ({ body: { code } })

describe('L2: an invitation', () => {
  it('links the two who hold the secret, once both have said so', async () => {
    const fragment = await ana.invite()
    await ben.accept(fragment, ana.lookupId)
    expect((await ben.http.call(http.partnership.getPartnership, {})).partnership).toBe(null)
    await ana.confirm()
    await ben.join()
    const of = async (who: ScriptedPartner) => (await who.http.call(http.partnership.getPartnership, {})).partnership
    expect(await of(ana)).toMatchObject({ seat: 'a', partner: { userId: ben.userId } })
    expect(await of(ben)).toMatchObject({ seat: 'b', partner: { userId: ana.userId } })
  })

  it('tells its maker nothing when somebody looks', async () => {
    await ana.invite()
    const before = await ana.http.call(http.invitation.getMyInvitation, {})
    await open(ben, ana.lookupId)
    expect(await ana.http.call(http.invitation.getMyInvitation, {})).toEqual(before)
  })

  it('is not for its own maker', async () => {
    await ana.invite()
    await expect(open(ana, ana.lookupId)).rejects.toMatchObject(refusedWith('invitation_own'))
  })

  it('is used by the first who accepts; a repeated answer of the same person is no second one', async () => {
    const fragment = await ana.invite()
    await ben.accept(fragment, ana.lookupId)
    await expect(eve.accept(fragment, ana.lookupId)).rejects.toMatchObject(refusedWith('invitation_used'))
    const acceptance = 'A'.repeat(400)
    await ben.http.call(http.invitation.acceptInvitation, { body: { lookupId: ana.lookupId, acceptance } })
    await ana.confirm() // still the first answer: the repeated one was not stored
    await expect(open(eve, ana.lookupId)).rejects.toMatchObject(refusedWith('invitation_used'))
  })

  it('is open for 24 hours', async () => {
    await ana.invite()
    server.clock.advance(24 * 3_600_000 - 1)
    await expect(open(ben, ana.lookupId)).resolves.toBeDefined()
    server.clock.advance(1)
    await expect(open(ben, ana.lookupId)).rejects.toMatchObject(refusedWith('invitation_expired'))
  })

  it('is unknown when it was withdrawn, replaced, or never made', async () => {
    await ana.invite()
    const first = ana.lookupId
    await ana.invite()
    await expect(open(ben, first)).rejects.toMatchObject(refusedWith('invitation_unknown'))
    await ana.http.call(http.invitation.withdrawInvitation, {})
    await expect(open(ben, ana.lookupId)).rejects.toMatchObject(refusedWith('invitation_unknown'))
  })

  it('opens for nobody with another secret, and the secret never reached the server', async () => {
    const fragment = await ana.invite()
    const wrong = `${fragment.startsWith('A') ? 'B' : 'A'}${fragment.slice(1)}`
    await expect(ben.accept(wrong, ana.lookupId)).rejects.toMatchObject({ code: 'invitation_tampered' })
    const { rows } = await server.db.pool.query("SELECT string_agg(invitation::text, '') AS all FROM invitation")
    expect(rows[0].all).not.toContain(Buffer.from(fragment, 'base64url').toString('hex'))
    expect(server.logged()).not.toContain(fragment)
  })

  it('can be confirmed by nobody but its maker, for nobody but who accepted', async () => {
    const fragment = await ana.invite()
    const confirmAs = (who: ScriptedPartner, partnerId: string) =>
      who.http.call(http.invitation.confirmInvitation, {
        body: { lookupId: ana.lookupId, partnershipId: crypto.randomUUID(), partnerId, epochKeys: 'A'.repeat(200) },
      })
    await expect(confirmAs(ana, ben.userId)).rejects.toMatchObject(refusedWith('invitation_not_accepted'))
    await ben.accept(fragment, ana.lookupId)
    await expect(confirmAs(eve, ben.userId)).rejects.toMatchObject(refusedWith('invitation_unknown'))
    await expect(confirmAs(ana, eve.userId)).rejects.toMatchObject(refusedWith('invitation_not_accepted'))
  })

  it('a person is in one link at most', async () => {
    const fragment = await ana.invite()
    await ben.accept(fragment, ana.lookupId)
    await ana.confirm()
    await expect(ana.invite()).rejects.toMatchObject(refusedWith('already_linked'))
    const other = await eve.invite()
    await expect(ben.accept(other, eve.lookupId)).rejects.toMatchObject(refusedWith('already_linked'))
  })

  it('two devices confirming at once make one link', async () => {
    const fragment = await ana.invite()
    await ben.accept(fragment, ana.lookupId)
    const confirm = () =>
      ana.http.call(http.invitation.confirmInvitation, {
        body: {
          lookupId: ana.lookupId,
          partnershipId: crypto.randomUUID(),
          partnerId: ben.userId,
          epochKeys: 'A'.repeat(200),
        },
      })
    const outcomes: string[] = (await Promise.allSettled([confirm(), confirm()])).map((result) =>
      result.status === 'fulfilled' ? 'linked' : (result.reason.body?.code ?? result.reason),
    )
    expect(outcomes.toSorted()).toEqual(['already_linked', 'linked'])
    const { rows } = await server.db.pool.query('SELECT count(*) FROM member WHERE account_id = $1', [ana.userId])
    expect(rows[0].count).toBe('1')
  })
})
