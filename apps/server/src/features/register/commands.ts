import { type http, type RouteInput, registerStatement } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes } from '../../infra/bytes.ts'
import type { Transaction } from '../../infra/db.ts'
import { isSignedBy } from '../../infra/signature.ts'
import { requireMembership, signingKeysOf } from '../partnership/queries.ts'
import { registerOf } from './queries.ts'
import { addOpened, deleteAllSheets, deleteSheets, putSheet } from './store.ts'

type Sheet = RouteInput<typeof http.register.commitSheet>['body']
type Opening = RouteInput<typeof http.register.openSheet>['body']

/** Hands in a sheet. The other is told only when it makes two; alone it leaves no trace that they could see. */
export async function commitSheet({ db, fanout }: Context, accountId: string, body: Sheet) {
  const { partnershipId, seat } = await requireMembership(db, accountId)
  const keys = await signingKeysOf(db, partnershipId)
  const statement = registerStatement({ partnershipId, ...body })
  if (!keys || !isSignedBy(keys[seat], statement, toBytes(body.signature))) throw new AppError('bad_signature')
  const isStored = await putSheet(db, {
    partnershipId,
    seat,
    entryId: body.entryId,
    commitment: toBytes(body.commitment),
    signature: toBytes(body.signature),
    kept: toBytes(body.kept),
  })
  if (!isStored) throw new AppError('version_conflict')
  const register = await registerOf(db, { partnershipId, seat })
  if (register.theirs) fanout.pokeBoth(partnershipId, 'agreement')
  return register
}

/** Adds the sheet as both may read it. Again, it changes nothing: what was sealed first stays. */
export async function openSheet({ db, fanout }: Context, accountId: string, body: Opening) {
  const { partnershipId, seat } = await requireMembership(db, accountId)
  const isAdded = await addOpened(db, {
    partnershipId,
    seat,
    mine: toBytes(body.mine),
    theirs: toBytes(body.theirs),
    opened: toBytes(body.opened),
  })
  if (!isAdded) throw new AppError('version_conflict')
  const register = await registerOf(db, { partnershipId, seat })
  if (register.theirs?.opened) fanout.pokeBoth(partnershipId, 'agreement')
  return register
}

/** By one, at once. Nothing is said of a sheet that the other could not know of. */
export async function takeBackSheet({ db, fanout }: Context, accountId: string): Promise<void> {
  const { partnershipId, seat } = await requireMembership(db, accountId)
  if (await deleteSheets(db, partnershipId, seat)) fanout.pokeBoth(partnershipId, 'agreement')
}

/** It belongs to talking with each other: it goes with the link, in the unlink's own transaction. */
export function withdrawRegister(tx: Transaction, partnershipId: string): Promise<void> {
  return deleteAllSheets(tx, partnershipId)
}
