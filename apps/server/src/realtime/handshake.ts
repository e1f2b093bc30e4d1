import type { IncomingMessage } from 'node:http'
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
      socket.data = { person, member, attending: null, heardAt: null }
      await socket.join([roomOf.account(person.accountId), roomOf.session(person.sessionId)])
      if (member) await socket.join(roomOf.partnership(member.partnershipId))
      next()
    } catch (error) {
      context.logger.warn({ err: error, component: 'handshake' }, 'a connection could not be checked')
      next(new Error(errorBodyOf(error).code))
    }
  }
}
