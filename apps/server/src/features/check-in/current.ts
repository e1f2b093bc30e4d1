import { defaultPlan, planOf, repairPlan } from '@turnstone/content'
import type { http } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toText } from '../../infra/bytes.ts'
import { agreementsOf } from '../agreement/queries.ts'
import { commit } from './commit.ts'
import { makeCheckIn } from './next.ts'
import { findLive } from './store.ts'

type Agreement = Pick<http.agreement.Agreement, 'hash' | 'rules'>

/**
 * The id of the check-in that has not ended; there is always one to answer *today works* to. Made when it is missing,
 * and brought under the newest agreement as long as nothing was opened or paused under an older one. Errors:
 * `agreement_missing`, `not_linked`.
 */
export async function currentCheckIn(context: Context, partnershipId: string): Promise<string> {
  const { current } = await agreementsOf(context.db, partnershipId)
  if (!current) throw new AppError('agreement_missing')
  const live = await findLive(context.db, partnershipId)
  if (!live) return makeCheckIn(context, partnershipId, current)
  if (toText(live.agreementHash) !== current.hash) await adopt(context, live.id, current)
  return live.id
}

/** The chosen format stays, with the new agreement's times. The machine decides whether it is not too late. */
async function adopt(context: Context, checkInId: string, { hash, rules }: Agreement): Promise<void> {
  await commit(context, checkInId, null, async ({ checkIn }) => {
    const { format, minutes, repair } = checkIn.room.plan
    const same = repair === null ? planOf(format, minutes, rules) : repairPlan(repair, rules)
    const plan = same ?? defaultPlan(0, rules)
    return { command: { by: 'server', command: { type: 'adopt', rules, plan } }, sealed: null, agreementHash: hash }
  })
}
