import { Seat } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { inTransaction } from '../../infra/db.ts'
import { withdrawProposals } from '../agreement/commands.ts'
import { endLive } from '../check-in/commands.ts'
import { endPushes } from '../push/commands.ts'
import { withdrawRegister } from '../register/commands.ts'
import { endLink, lockLink } from './store.ts'

/**
 * Ends a link, by one of the two, at once, in one transaction. The other is told nothing but what a live check-in says at
 * any end. Again, or after the other did it, the answer is the same. Errors: `not_linked` when it never was theirs.
 */
export async function unlink(context: Context, accountId: string, partnershipId: string): Promise<void> {
  const { db, clock, fanout } = context
  const ended = await inTransaction(db, async (tx) => {
    const link = await lockLink(tx, partnershipId, accountId)
    if (!link) throw new AppError('not_linked')
    if (link.hasEnded) return null
    await endLink(tx, partnershipId, new Date(clock.now().wallMs))
    await withdrawProposals(tx, partnershipId)
    await withdrawRegister(tx, partnershipId)
    const done = await endLive(context, tx, { partnershipId, seat: Seat.parse(link.seat) })
    // After the check-in: a pause takes the two in this order.
    await endPushes(tx, partnershipId)
    return done
  })
  ended?.tell()
  fanout.linkEnded(partnershipId)
  fanout.poke([accountId], 'partnership')
}
