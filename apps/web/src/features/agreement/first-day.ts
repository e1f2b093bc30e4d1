import { isSameRules } from '@turnstone/check-in'
import { isSameWords } from '@/vault/agreement-chain'
import type { AgreementState, Draft, Readable } from './store'

/*
 * The first rules are *fine for today*: they bind nobody on a later day. What one signed on the first day stands again for
 * one day with each *today works*, which is said below them, and for good once both have signed that.
 */

type Open = Extract<AgreementState, { kind: 'open' }>

/** An evening that goes on past midnight is still the first day. */
const SAME_EVENING_MS = 4 * 3_600_000

export function isLaterDay(signedAtMs: number, nowMs: number): boolean {
  const isSameDay = new Date(signedAtMs).toDateString() === new Date(nowMs).toDateString()
  return !isSameDay && nowMs - signedAtMs >= SAME_EVENING_MS
}

/** The day for which the rules in force were made, when that is over; else null. */
export function dayThatIsOver({ current, forTheDayOfMs }: Pick<Open, 'current' | 'forTheDayOfMs'>, nowMs: number) {
  if (!current || forTheDayOfMs === null) return null
  return isLaterDay(forTheDayOfMs, nowMs) ? forTheDayOfMs : null
}

/** Whether a suggestion is to keep everything as it is. */
export function isToKeep(suggested: Readable, current: Readable | null): boolean {
  if (!current) return false
  return isSameRules(suggested.agreement.rules, current.agreement.rules) && isSameWords(suggested.words, current.words)
}

export const asDraft = ({ agreement: { rules }, words }: Readable): Draft => ({
  cooldownMs: rules.cooldownMs,
  turnMs: rules.turnMs,
  words,
})
