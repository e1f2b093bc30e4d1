import type { Rules } from './types.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** The range an agreement may choose from, both ends included. */
export const RULE_LIMITS: Readonly<Record<keyof Rules, { readonly minMs: number; readonly maxMs: number }>> = {
  cooldownMs: { minMs: 5 * MINUTE_MS, maxMs: 24 * HOUR_MS },
  turnMs: { minMs: MINUTE_MS, maxMs: 30 * MINUTE_MS },
  graceMs: { minMs: 10 * SECOND_MS, maxMs: 15 * SECOND_MS },
  breathMs: { minMs: 0, maxMs: 10 * SECOND_MS },
}

/** What applies until two partners agree on something else. */
export const DEFAULT_RULES: Rules = {
  cooldownMs: 20 * MINUTE_MS,
  turnMs: 3 * MINUTE_MS,
  graceMs: 12 * SECOND_MS,
  breathMs: 5 * SECOND_MS,
}

/** A rehearsal does not make anybody wait; the one place where a cool-down is below the agreement's range. */
export function practiceRules(rules: Rules): Rules {
  return { ...rules, cooldownMs: 10 * SECOND_MS }
}

/** How long one person alone may make the break; anything longer takes two signatures. */
const ALONE_MAX_COOLDOWN_MS = HOUR_MS

export const isSameRules = (one: Rules, other: Rules): boolean =>
  (Object.keys(RULE_LIMITS) as (keyof Rules)[]).every((rule) => one[rule] === other[rule])

/** The one change of the numbers that needs one signature only: a longer break, of an hour at most, and nothing else. */
export function isLongerBreak(before: Rules, after: Rules): boolean {
  const { cooldownMs } = after
  if (cooldownMs <= before.cooldownMs || cooldownMs > ALONE_MAX_COOLDOWN_MS) return false
  return isSameRules({ ...before, cooldownMs }, after)
}

export interface RuleProblem {
  readonly rule: keyof Rules
  readonly minMs: number
  readonly maxMs: number
}

/** The rules that are out of range or not whole milliseconds, with the range to say so; empty when all stand. */
export function ruleProblems(rules: Rules): readonly RuleProblem[] {
  const names = Object.keys(RULE_LIMITS) as (keyof Rules)[]
  return names
    .filter((rule) => {
      const { minMs, maxMs } = RULE_LIMITS[rule]
      const ms = rules[rule]
      return !Number.isSafeInteger(ms) || ms < minMs || ms > maxMs
    })
    .map((rule) => ({ rule, ...RULE_LIMITS[rule] }))
}
