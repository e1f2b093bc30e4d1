import type { Draft, Readable } from './store'

/**
 * What somebody wrote on top of `then`, on top of `now`: their text as it is, and beside it what one person may change
 * alone and has changed meanwhile, so that a suggestion never takes that back unseen.
 */
export function rebased(draft: Draft, then: Readable | null, now: Readable | null): Draft {
  if (!now || now.agreement.hash === then?.agreement.hash) return draft
  const before = then?.words.leaveAlone ?? []
  const more = now.words.leaveAlone.filter(
    (topic) => !before.includes(topic) && !draft.words.leaveAlone.includes(topic),
  )
  const isBreakMine = draft.cooldownMs !== then?.agreement.rules.cooldownMs
  return {
    ...draft,
    cooldownMs: isBreakMine ? draft.cooldownMs : now.agreement.rules.cooldownMs,
    words: { ...draft.words, leaveAlone: [...draft.words.leaveAlone, ...more] },
  }
}
