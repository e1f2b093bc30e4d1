import { type ErrorBody, type ErrorCode, statusOf } from '@turnstone/protocol'

/** A refusal the caller can act on: one of the protocol's codes, thrown anywhere below a route or a command. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly body: ErrorBody

  constructor(code: ErrorCode, more: Omit<ErrorBody, 'code'> = {}) {
    super(code)
    this.body = { code, ...more }
  }

  get status(): number {
    return statusOf(this.body.code)
  }
}
