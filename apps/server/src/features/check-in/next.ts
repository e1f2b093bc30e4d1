import { randomUUID } from 'node:crypto'
import { newCheckIn } from '@turnstone/check-in'
import { defaultPlan } from '@turnstone/content'
import type { http } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { toBytes } from '../../infra/bytes.ts'
import { isUniqueViolation } from '../../infra/unique-violation.ts'
import { agreementsOf } from '../agreement/queries.ts'
import { countOpened, findLive, insertCheckIn } from './store.ts'

type Agreement = Pick<http.agreement.Agreement, 'hash' | 'rules'>

/**
 * The check-in after one that has just ended, by a person or because it was set down: a moment that both know of.
 * Otherwise the first look would make it, and the rows would say that somebody has looked (law 5). What fails here is made
 * up for by that look.
 */
export async function makeNext(context: Context, partnershipId: string): Promise<void> {
  try {
    const { current } = await agreementsOf(context.db, partnershipId)
    if (current && !(await findLive(context.db, partnershipId))) await makeCheckIn(context, partnershipId, current)
  } catch (error) {
    context.logger.warn({ err: error, component: 'check-in' }, 'the next check-in waits for somebody to look')
  }
}

/** The starter alternates, and the first ones are short. */
export async function makeCheckIn({ db }: Context, partnershipId: string, { hash, rules }: Agreement): Promise<string> {
  const openedBefore = await countOpened(db, partnershipId)
  const starter = openedBefore % 2 === 0 ? 'a' : 'b'
  const plan = defaultPlan(openedBefore, rules)
  const id = randomUUID()
  try {
    await insertCheckIn(db, { id, partnershipId, agreementHash: toBytes(hash) }, (talk) =>
      newCheckIn({ rules, starter, plan, talk }),
    )
    return id
  } catch (error) {
    const other = isUniqueViolation(error) ? await findLive(db, partnershipId) : null
    if (!other) throw error
    return other.id // the partner asked at the same moment
  }
}
