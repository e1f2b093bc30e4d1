import * as z from 'zod'

/**
 * Every way a request can fail, with its HTTP status and what a developer reads about it.
 * People read the sentence their app has for the code, in their language.
 */
export const ERRORS = {
  invalid_request: [400, 'The message does not match its schema. `details` names the fields.'],
  unsupported_version: [400, 'The client speaks a version of the protocol that this server does not. Reload.'],
  bad_signature: [400, 'A signature does not verify with the sender’s registered key.'],
  rules_out_of_range: [400, 'A number of the agreement is outside its range.'],
  signed_out: [401, 'There is no session, or it was ended.'],
  wrong_credentials: [401, 'E-mail and key do not match. Unknown e-mails get the same answer.'],
  wrong_password: [403, 'The password that was given again for a change is not the present one.'],
  wrong_code: [401, 'E-mail and recovery code do not match. Unknown e-mails get the same answer.'],
  reset_ended: [410, 'This link for a new password was used, has expired, or never was.'],
  passkey_refused: [401, 'The passkey is not known here, or its answer does not fit the challenge.'],
  origin_refused: [403, 'The request did not come from this server’s own pages.'],
  not_found: [404, 'There is no such thing, or it is not yours: the two are not told apart.'],
  passkeys_unavailable: [409, 'The address people open is a bare number, and passkeys belong to a name.'],
  push_refused: [400, 'This is no place to push to: only https addresses outside of private networks are.'],
  not_linked: [409, 'This needs a partner, and there is no link.'],
  already_linked: [409, 'One of the two is already linked with somebody.'],
  email_taken: [409, 'There is an account with this e-mail.'],
  invitation_unknown: [
    404,
    'No invitation has this id: the link is incomplete or was changed, or its maker withdrew it.',
  ],
  invitation_expired: [410, 'The invitation is older than 24 hours.'],
  invitation_used: [410, 'Somebody has already accepted this invitation.'],
  invitation_own: [409, 'This is your own invitation.'],
  invitation_not_accepted: [409, 'There is nothing to confirm yet.'],
  agreement_missing: [409, 'There is no agreement that both have signed.'],
  agreement_changed: [409, 'The agreement moved on meanwhile; load it again.'],
  needs_both: [409, 'This change of the agreement needs both signatures.'],
  already_signed: [409, 'You have already signed this.'],
  version_conflict: [409, 'The stored version is newer than the one this change was made on.'],
  ended: [409, 'The check-in has ended.'],
  not_open: [409, 'The check-in is not open: both must say that today works.'],
  already_open: [409, 'The check-in is open already.'],
  frozen: [409, 'The check-in is paused.'],
  not_frozen: [409, 'The check-in is not paused.'],
  not_holder: [409, 'The other person has the floor.'],
  between_turns: [409, 'The stone is between turns.'],
  stale_turn: [409, 'That turn, or that round of it, is over.'],
  stale_plan: [409, 'The plan was changed since it was shown; answer for the newest one.'],
  unknown_format: [400, 'There is no such format, or not in this length.'],
  not_listener: [409, 'This is the listener’s to do.'],
  untimed: [409, 'This turn has no end that could be moved.'],
  nothing_asked: [409, 'Nobody has asked for more time in this turn.'],
  not_reflecting: [409, 'Nothing is being said back, or not at this step of it.'],
  not_closing: [409, 'Lines are offered at the closing.'],
  aside: [409, 'Somebody asked for one minute; everything waits until both are back.'],
  not_aside: [409, 'That minute is over.'],
  returning: [409, 'Both are coming back from a pause; the floor is there once they have.'],
  not_returning: [409, 'Nobody is coming back from that pause, or not at this step of it.'],
  no_talk: [409, 'There is no repair talk that this person could offer, go on with or close here.'],
  no_slip: [409, 'This pause cannot be called a slip, or not any more.'],
  stale_freeze_epoch: [409, 'There was another pause since; answer for the newest one.'],
  cooldown_running: [409, 'The agreed shortest break is not over.'],
  too_large: [413, 'The message is larger than the limit.'],
  too_many_requests: [429, 'Too many tries; `retryAfterMs` says when the next one counts. A pause never gets this.'],
  internal: [500, 'Something failed here; nothing was changed.'],
  database_away: [503, 'The database does not answer. Send the same again: it counts once.'],
} as const satisfies Record<string, readonly [status: number, meaning: string]>

export type ErrorCode = keyof typeof ERRORS
export const ErrorCode = z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]])

export const ErrorBody = z.strictObject({
  code: ErrorCode,
  /** For `cooldown_running` what is left, for `too_many_requests` how long to wait. */
  retryAfterMs: z.int().nonnegative().optional(),
  /** For `stale_freeze_epoch`: the newest. */
  freezeEpoch: z.int().nonnegative().optional(),
  /** For `invalid_request`: the paths of the fields that do not fit. Never their values. */
  details: z.array(z.string().max(200)).max(20).optional(),
})
export type ErrorBody = z.infer<typeof ErrorBody>

export const ErrorReply = z.strictObject({ error: ErrorBody })

export const statusOf = (code: ErrorCode): number => ERRORS[code][0]
