import { compilePhrases, DEFAULT_RULES, type PhraseMatcher } from '@turnstone/check-in'
import { http } from '@turnstone/protocol'
import { openPast, requireReach } from '@/features/partnership/client'
import { ApiError, type Problem, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { localDb } from '@/lib/local-db'
import { live } from '@/lib/socket'
import type { AgreementDefect } from '@/vault/agreement'
import type { AgreementWords } from '@/vault/agreement-words'
import { vault } from '@/vault/client'
import { asDraft, dayThatIsOver, isToKeep } from './first-day'
import { rebased } from './rebase'
import type { Agreement, AgreementState, Draft, Readable } from './store'

/* The agreement's only door to the network. */

type Seat = 'a' | 'b'

/** The last proposal of each of us that this device knows, as the server had it: the words are sealed. */
const LAST = { mine: 'agreement.mine', theirs: 'agreement.theirs' } as const

/** Loads the rules and believes them only after the vault has verified both signatures, the chain and the words. */
export async function loadAgreement(seat: Seat): Promise<AgreementState> {
  try {
    const { basis, current, proposal } = await call(http.agreement.getAgreement)
    const sealed = current ? [...basis, current] : []
    const opened = await vault.agreement.open({ seat, inForce: sealed, proposal })
    if (opened.kind === 'tampered') return opened
    const inForce = sealed.map((agreement, place) => readable(agreement, opened.inForce[place] ?? null))
    return {
      kind: 'open',
      current: inForce.at(-1) ?? null,
      proposal: readable(proposal, opened.proposal),
      answered: await answeredBy(seat, proposal),
      forTheDayOfMs: firstDayOf(basis[0] ?? current),
      overtaken: await overtakenOf(seat, inForce, proposal),
    }
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

function readable(agreement: Agreement | null, words: AgreementWords | null): Readable | null {
  return agreement && words && { agreement, words }
}

/** What this proposal answers: mine if it is the other's, theirs if it is mine. Both drafts are kept. */
async function answeredBy(seat: Seat, proposal: Agreement | null): Promise<Readable | null> {
  if (!proposal) return null
  const [own, other] = proposal.proposedBy === seat ? [LAST.mine, LAST.theirs] : [LAST.theirs, LAST.mine]
  await localDb.put('meta', proposal, own)
  const before = (await localDb.get('meta', other)) as Agreement | undefined
  if (before?.version !== proposal.version || before.previousHash !== proposal.previousHash) return null
  return readable(before, await vault.agreement.words({ seat, agreement: before }))
}

const firstDayOf = (signedByBoth: Agreement | null) => (signedByBoth?.version === 1 ? signedByBoth.signedAtMs : null)

/** My last suggestion, if a change that one of us made alone has taken its place and nothing of mine is open. */
async function overtakenOf(
  seat: Seat,
  inForce: readonly (Readable | null)[],
  proposal: Agreement | null,
): Promise<Readable | null> {
  if (proposal?.proposedBy === seat) return null
  const mine = (await localDb.get('meta', LAST.mine)) as Agreement | undefined
  const by = inForce.findIndex((one) => one?.agreement.previousHash === mine?.previousHash)
  const [then, change, now] = [inForce[by - 1] ?? null, inForce[by], inForce.at(-1) ?? null]
  if (!mine || !then || !now || change?.agreement.kind !== 'amendment') return null
  const words = await vault.agreement.words({ seat, agreement: mine })
  const draft = rebased(asDraft({ agreement: mine, words }), then, now)
  const rules = { ...now.agreement.rules, cooldownMs: draft.cooldownMs, turnMs: draft.turnMs }
  return { agreement: { ...mine, rules }, words: draft.words }
}

/** My overtaken suggestion is not wanted any more. */
export async function letGoOfOvertaken(): Promise<void> {
  await localDb.delete('meta', LAST.mine)
}

/** Signs and sends a proposal. `state` is what the person saw when they chose. */
export async function propose(state: Extract<AgreementState, { kind: 'open' }>, draft: Draft): Promise<void> {
  await requireReach()
  const { current, proposal } = state
  const rules = { ...(current?.agreement.rules ?? DEFAULT_RULES), cooldownMs: draft.cooldownMs, turnMs: draft.turnMs }
  const signed = await vault.agreement.propose({
    version: (current?.agreement.version ?? 0) + 1,
    previousHash: current?.agreement.hash ?? null,
    rules,
    words: draft.words,
  })
  await call(http.agreement.proposeAgreement, { body: { ...signed, replaces: proposal?.agreement.hash ?? null } })
}

/** One of the few changes that need no second signature. In force at once. */
export type Alone = { readonly cooldownMs: number } | { readonly leaveAlone: string }

export async function changeAlone({ agreement, words }: Readable, change: Alone): Promise<void> {
  await requireReach()
  const before = { rules: agreement.rules, words }
  const after =
    'cooldownMs' in change
      ? { words, rules: { ...agreement.rules, cooldownMs: change.cooldownMs } }
      : { rules: agreement.rules, words: { ...words, leaveAlone: [...words.leaveAlone, change.leaveAlone] } }
  const place = { version: agreement.version + 1, previousHash: agreement.hash }
  const signed = await vault.agreement.amend({ before, ...after, ...place })
  await call(http.agreement.amendAgreement, { body: { ...signed, previousHash: agreement.hash } })
}

/** Every version that was in force, oldest first; of a link that has ended when it is named. */
export type History =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'tampered'; readonly why: AgreementDefect }
  | { readonly kind: 'open'; readonly versions: readonly Readable[] }

export async function loadHistory(seat: Seat, past?: string): Promise<History> {
  try {
    const agreements =
      past === undefined ? (await call(http.agreement.listAgreements)).agreements : await signedIn(past)
    if (past !== undefined) await openPast(past)
    const partnershipId = past === undefined ? {} : { partnershipId: past }
    const opened = await vault.agreement.open({ seat, inForce: agreements, proposal: null, ...partnershipId })
    if (opened.kind === 'tampered') return opened
    const versions = agreements.map((agreement, place) => readable(agreement, opened.inForce[place] ?? null))
    return { kind: 'open', versions: versions.filter((one) => one !== null) }
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

/** What was signed in a link that has ended. Without a connection: as this device heard of it last, and verified anew. */
async function signedIn(past: string): Promise<readonly Agreement[]> {
  const place = `agreement.past.${past}`
  try {
    const { agreements } = await call(http.agreement.listAgreements, { query: { of: past } })
    await localDb.put('meta', agreements, place)
    return agreements
  } catch (thrown) {
    if (problemOf(thrown).code !== 'offline') throw thrown
    const kept = (await localDb.get('meta', place)) as readonly Agreement[] | undefined
    if (!kept) throw thrown
    return kept
  }
}

export async function signProposal({ agreement }: Readable): Promise<void> {
  await requireReach()
  const signed = await vault.agreement.sign({ proposal: agreement })
  // What I sign is what I was shown, whatever the server calls it.
  if (signed.hash !== agreement.hash) throw new ApiError('tampered')
  await call(http.agreement.signAgreement, { body: signed })
}

/**
 * How rules stand whose day is over. `ask`: nobody has said to keep them. `theirs`: the other would, `mine`: I would.
 * `others`: somebody suggests other ones.
 */
export interface FirstRules {
  readonly hash: string
  readonly dayMs: number
  readonly cooldownMs: number
  readonly turnMs: number
  readonly stand: 'ask' | 'theirs' | 'mine' | 'others'
}

/** Null when the rules are for today or for good, and when it cannot be known now. */
export async function firstRules(seat: Seat): Promise<FirstRules | null> {
  const state = await loadAgreement(seat)
  if (state.kind !== 'open' || !state.current) return null
  const dayMs = dayThatIsOver(state, Date.now())
  if (dayMs === null) return null
  const { hash, rules } = state.current.agreement
  return { hash, dayMs, cooldownMs: rules.cooldownMs, turnMs: rules.turnMs, stand: standOf(state, seat) }
}

function standOf({ current, proposal }: Extract<AgreementState, { kind: 'open' }>, seat: Seat): FirstRules['stand'] {
  if (!proposal) return 'ask'
  if (!isToKeep(proposal, current)) return 'others'
  return proposal.agreement.proposedBy === seat ? 'mine' : 'theirs'
}

/** My signature under the same rules for every day to come. With the other's they hold. */
export async function keepRules(seat: Seat): Promise<void> {
  const state = await loadAgreement(seat)
  if (state.kind === 'problem') throw new ApiError(state.problem.code)
  if (state.kind !== 'open' || !state.current) throw new ApiError('agreement_changed')
  const stand = standOf(state, seat)
  if (stand === 'others') throw new ApiError('agreement_changed')
  if (stand === 'theirs' && state.proposal) await signProposal(state.proposal)
  if (stand === 'ask') await propose(state, asDraft(state.current))
}

/**
 * Where the rules are: `mine` and `theirs` wait for the other's signature and for mine, `none` were ever suggested.
 * `null` when it cannot be known now.
 */
export type RulesStand = 'none' | 'mine' | 'theirs' | 'signed'

export async function whereRulesStand(seat: Seat): Promise<RulesStand | null> {
  const state = await loadAgreement(seat)
  // Rules that do not fit their signatures are told of where they are needed.
  if (state.kind === 'tampered') return 'signed'
  if (state.kind !== 'open') return null
  if (state.current) return 'signed'
  if (!state.proposal) return 'none'
  return state.proposal.agreement.proposedBy === seat ? 'mine' : 'theirs'
}

/** Tells when the other has signed or proposed something. */
export const onAgreementChange = (listener: () => void): (() => void) =>
  live.on('poke', ({ noun }) => {
    if (noun === 'agreement') listener()
  })

/** For a check-in: our word, ready to be looked for, and whether the rules named by `hash` were signed by both. */
export async function agreementFor(
  seat: Seat,
): Promise<{ ourWord: PhraseMatcher; knows: (hash: string) => Promise<boolean> }> {
  const state = await loadAgreement(seat)
  if (state.kind === 'problem') throw new ApiError(state.problem.code)
  const phrases = state.kind === 'open' ? state.current?.words.phrases : undefined
  const knows = async (hash: string) => state.kind === 'open' && vault.agreement.knows({ hash })
  return {
    ourWord: compilePhrases(phrases ?? []),
    // A check-in under way keeps the version it began with, which may be one that this device never saw in force.
    knows: async (hash) => (await knows(hash)) || ((await loadHistory(seat)).kind === 'open' && knows(hash)),
  }
}
