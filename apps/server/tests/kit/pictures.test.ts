import { randomBytes, randomUUID } from 'node:crypto'
import { http, LIMITS } from '@turnstone/protocol'
import { linkedCouple, type Refused, type ScriptedPartner } from '@turnstone/testkit'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

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

const someBytes = (length: number = LIMITS.pictureBytes) => randomBytes(length).toString('base64url')
const put = (who: ScriptedPartner, pictureId: string, sealed = someBytes()) =>
  who.http.call(http.kit.putPicture, { params: { pictureId }, body: { sealed } })
const read = async (who: ScriptedPartner, pictureId: string) =>
  (await who.http.call(http.kit.getPicture, { params: { pictureId } })).sealed
const remove = (who: ScriptedPartner, pictureId: string) =>
  who.http.call(http.kit.deletePicture, { params: { pictureId } })
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ body }: Refused) => body.code,
  )

it('a picture is its owner’s alone, as it was put in, until they remove it', async () => {
  const [pictureId, sealed] = [randomUUID(), someBytes()]
  await put(ana, pictureId, sealed)
  await put(ana, pictureId)
  expect(await read(ana, pictureId)).toBe(sealed)
  expect(await refusalOf(read(ben, pictureId))).toBe('not_found')
  await remove(ben, pictureId)
  expect(await read(ana, pictureId)).toBe(sealed)
  await remove(ana, pictureId)
  await remove(ana, pictureId)
  expect(await refusalOf(read(ana, pictureId))).toBe('not_found')
})

it('the same id of somebody else is another picture', async () => {
  const [pictureId, mine, theirs] = [randomUUID(), someBytes(), someBytes()]
  await put(ana, pictureId, mine)
  await put(ben, pictureId, theirs)
  expect([await read(ana, pictureId), await read(ben, pictureId)]).toEqual([mine, theirs])
})

it('pictures of another size are none', async () => {
  for (const length of [16, LIMITS.pictureBytes - 2, LIMITS.pictureBytes + 2])
    expect(await refusalOf(put(ana, randomUUID(), someBytes(length)))).toBe('invalid_request')
})

it('a kit holds so many and no more, also of two devices at once, and one that is there already is no other', async () => {
  const ids = Array.from({ length: LIMITS.pictures - 1 }, () => randomUUID())
  for (const id of ids) await put(ana, id)
  const last = await Promise.all([randomUUID(), randomUUID()].map((id) => refusalOf(put(ana, id))))
  expect(last.filter((code) => code === null).length).toBe(1)
  expect(last).toContain('too_large')
  expect(await refusalOf(put(ana, ids[0] ?? ''))).toBe(null)
  expect(await refusalOf(put(ben, randomUUID()))).toBe(null)
})
