import type { IncomingMessage } from 'node:http'
import { PROTOCOL_VERSION } from '@turnstone/protocol'
import type { Context } from '../context.ts'
import { membershipOf } from '../features/partnership/queries.ts'
import { identify } from '../features/session/queries.ts'
import { errorBodyOf } from '../http/error-replies.ts'
import { isFromOurPages } from '../http/origin.ts'
import { type LiveSocket, roomOf } from './fanout.ts'

/** Asked for every transport's first request: engine.io itself does not look at the origin. */
export function allowRequest({ config }: Context) {
  return (request: IncomingMessage, answer: (error: string | null, isAllowed: boolean) => void): void => {
    answer(null, isFromOurPages(request.headers, config.allowedOrigins))
  }
}

/** Who this socket is, from the session cookie, once and for all. Messages never say who they are from. */
export function authenticate(context: Context) {
  return async (socket: LiveSocket, next: (error?: Error) => void): Promise<void> => {
    try {
      const person = await identify(context, socket.handshake.headers.cookie)
      if (!person) return next(new Error('signed_out'))
      const member = await membershipOf(context.db, person.accountId)
      socket.data = { ...person, member, attending: null, heardAt: null }
      next()
    } catch (error) {
      context.logger.warn({ err: error, component: 'handshake' }, 'a connection could not be checked')
      next(new Error(errorBodyOf(error).code))
    }
  }
}

/**
 * Where the connected socket is told things. A session or a link that ended while it connected could not be told, so both
 * are asked again.
 */
export async function enterRooms(context: Context, socket: LiveSocket): Promise<void> {
  const { accountId, sessionId, member } = socket.data
  const rooms = [roomOf.account(accountId), roomOf.session(sessionId)]
  await socket.join(member ? [...rooms, roomOf.partnership(member.partnershipId)] : rooms)
  try {
    await context.fanout.settle(socket)
    if (await identify(context, socket.handshake.headers.cookie)) return
    socket.emit('closed', { v: PROTOCOL_VERSION, reason: 'signed_out' })
  } catch (error) {
    context.logger.warn({ err: error, component: 'handshake' }, 'a connection could not be checked again')
  }
  socket.disconnect(true)
}
