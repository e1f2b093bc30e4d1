import type { ProblemCode } from '@/lib/errors'
import type { Door } from './view'

/** Why a check-in cannot be opened, from what the server said. */
export function doorOf(code: ProblemCode): Door {
  switch (code) {
    case 'not_linked':
      return 'notLinked'
    case 'agreement_missing':
      return 'noAgreement'
    case 'signed_out':
      return 'signedOut'
    case 'unsupported_version':
    case 'unreadable':
      return 'outdated'
    case 'offline':
      return 'offline'
    default:
      return 'failed'
  }
}

/** The server no longer knows this check-in for me: an unlink ends it (law 4). */
export const isGone = (code: ProblemCode): boolean => code === 'not_found' || code === 'not_linked'
