import type { ErrorCode } from '@turnstone/protocol'

/** What can go wrong for a person: the server's codes, and the ones only a device can know. */
export type ProblemCode = ErrorCode | LocalCode
export type LocalCode =
  /** Nothing came back: no network, or the server is away. */
  | 'offline'
  /** An answer that this version of the app does not understand. */
  | 'unreadable'
  /** The vault on this device is locked. */
  | 'vault_locked'
  /** What was typed does not open it. */
  | 'unlock_failed'
  /** The passkey that was touched signs in, and opens nothing. */
  | 'passkey_opens_nothing'
  /** Sealed things do not fit together: somebody changed them on their way. */
  | 'tampered'
  /** This person has stepped back: nothing of theirs goes out. */
  | 'stepped_back'
  /** A file that this browser cannot show. */
  | 'not_a_picture'
  /** A mistake of ours on this device. */
  | 'unexpected'

export interface Problem {
  readonly code: ProblemCode
  readonly retryAfterMs?: number
}

/** The server said no, or could not be heard. */
export class ApiError extends Error implements Problem {
  readonly code: ProblemCode
  readonly retryAfterMs?: number
  readonly freezeEpoch?: number

  constructor(code: ProblemCode, of: { retryAfterMs?: number | undefined; freezeEpoch?: number | undefined } = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    if (of.retryAfterMs !== undefined) this.retryAfterMs = of.retryAfterMs
    if (of.freezeEpoch !== undefined) this.freezeEpoch = of.freezeEpoch
  }
}

const hasProblem = (value: unknown): value is { problem: Problem } =>
  typeof value === 'object' && value !== null && 'problem' in value

/** Whatever was thrown, as something that has a sentence in `messages/<locale>/errors.json`. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof ApiError) return thrown
  if (hasProblem(thrown)) return thrown.problem
  return { code: 'unexpected' }
}
