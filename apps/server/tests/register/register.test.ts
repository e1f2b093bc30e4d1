import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { http, registerStatement } from '@turnstone/protocol'
import { linkedCouple, type ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

const refusedWith = (code: string) => ({ body: { code } })
const sealed = () => randomBytes(300).toString('base64url')

let server: TestServer
let ana: ScriptedPartner
let ben: ScriptedPartner
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  ;({ ana, ben } = await linkedCouple(server.url, server.issueCookie))
})

const register = (who: ScriptedPartner) => who.http.call(http.register.getRegister, {})
const takeBack = (who: ScriptedPartner) => who.http.call(http.register.takeBackSheet, {})

async function linkOf(who: ScriptedPartner): Promise<string> {
  const { partnership } = await who.http.call(http.partnership.getPartnership, {})
  return partnership?.partnershipId ?? ''
}

/** Hands in a sheet, signed by whoever it says. What is in it is no business of the server. */
async function commit(who: ScriptedPartner, signedBy = who) {
  const entryId = randomUUID()
  const commitment = createHash('sha256').update(randomBytes(32)).digest('base64url')
  const statement = registerStatement({ partnershipId: await linkOf(who), entryId, commitment })
  const body = { entryId, commitment, signature: signedBy.signed(statement), kept: sealed() }
  return who.http.call(http.register.commitSheet, { body })
}

async function open(who: ScriptedPartner, change: { mine?: string; theirs?: string } = {}) {
  const { mine, theirs } = await register(who)
  const commitments = { mine: mine?.commitment ?? '', theirs: theirs?.commitment ?? '', ...change }
  return who.http.call(http.register.openSheet, { body: { ...commitments, opened: sealed() } })
}

describe('L5: the register of topics', () => {
  it('says nothing of a sheet as long as it is the only one, and nobody is told', async () => {
    const phone = await ben.openDevice()
    const before = await register(ben)
    const { mine, theirs } = await commit(ana)
    expect(mine).toMatchObject({ opened: null })
    expect(theirs).toBeNull()
    expect(await register(ben)).toEqual(before)
    await commit(ana)
    await takeBack(ana)
    await commit(ben)
    expect(await register(ben)).toMatchObject({ theirs: null })
    expect(phone.all('poke').filter(({ noun }) => noun === 'agreement')).toEqual([])
    phone.close()
  })

  it('shows the commitments once both are in, and the sheets only once both are open', async () => {
    await commit(ana)
    await commit(ben)
    const { mine: anas } = await register(ana)
    expect((await register(ben)).theirs).toEqual({
      entryId: anas?.entryId,
      commitment: anas?.commitment,
      signature: anas?.signature,
      opened: null,
    })
    const { mine: opened } = await open(ana)
    expect(opened?.opened).toEqual(expect.any(String))
    expect((await register(ben)).theirs?.opened).toBeNull()
    await open(ben)
    expect((await register(ben)).theirs?.opened).toBe(opened?.opened)
    expect((await register(ana)).theirs?.opened).toEqual(expect.any(String))
  })

  it('never hands out what only its author opens', async () => {
    await commit(ana)
    await commit(ben)
    await open(ana)
    await open(ben)
    expect(Object.keys((await register(ben)).theirs ?? {}).sort()).toEqual([
      'commitment',
      'entryId',
      'opened',
      'signature',
    ])
  })

  it('changes nothing any more once both are in', async () => {
    await commit(ana)
    await commit(ben)
    const before = await register(ana)
    await expect(commit(ana)).rejects.toMatchObject(refusedWith('version_conflict'))
    expect(await register(ana)).toEqual(before)
    const first = await open(ana)
    expect((await open(ana)).mine).toEqual(first.mine)
  })

  it('opens nothing on another commitment, nor before both are in', async () => {
    const { mine } = await commit(ana)
    const other = randomBytes(32).toString('base64url')
    await expect(open(ana, { theirs: other })).rejects.toMatchObject(refusedWith('version_conflict'))
    await commit(ben)
    await expect(open(ana, { theirs: other })).rejects.toMatchObject(refusedWith('version_conflict'))
    await expect(open(ana, { mine: other })).rejects.toMatchObject(refusedWith('version_conflict'))
    expect((await register(ana)).mine).toEqual(mine)
  })

  it('takes no commitment that somebody else signed', async () => {
    await expect(commit(ana, ben)).rejects.toMatchObject(refusedWith('bad_signature'))
    expect(await register(ana)).toEqual({ mine: null, theirs: null })
  })

  it('is deleted for both by either, once both are in', async () => {
    await commit(ana)
    await commit(ben)
    await open(ana)
    await takeBack(ben)
    for (const who of [ana, ben]) expect(await register(who)).toEqual({ mine: null, theirs: null })
    await takeBack(ben)
    await commit(ana)
    expect(await register(ana)).toMatchObject({ theirs: null })
  })

  it('of two at the same moment both are in', async () => {
    await Promise.all([commit(ana), commit(ben)])
    for (const who of [ana, ben]) expect((await register(who)).theirs).not.toBeNull()
  })

  it('goes with the link, and nobody outside of it has one', async () => {
    await commit(ana)
    const partnershipId = await linkOf(ana)
    await ben.http.call(http.partnership.unlink, { params: { partnershipId } })
    await expect(register(ana)).rejects.toMatchObject(refusedWith('not_linked'))
    await expect(commit(ana)).rejects.toMatchObject(refusedWith('not_linked'))
    const { rows } = await server.db.pool.query('SELECT FROM register_sheet WHERE partnership_id = $1', [partnershipId])
    expect(rows).toEqual([])
  })
})
