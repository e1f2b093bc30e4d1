import { compilePhrases, DEFAULT_RULES, type PhraseMatcher } from '@turnstone/check-in'
import { http } from '@turnstone/protocol'
import { ApiError, problemOf } from '@/lib/errors'
import { call } from '@/lib/http'
import { localDb } from '@/lib/local-db'
import { live } from '@/lib/socket'
import { vault } from '@/vault/client'
import type { Agreement, AgreementState, Draft, Readable } from './store'

/* The agreement's only door to the network. */

type Seat = 'a' | 'b'

/** What I proposed last, as the server has it: its words are sealed. */
const MINE = 'agreement.mine'

/** Loads the rules and believes them only after the vault has verified both signatures, the chain and the words. */
export async function loadAgreement(seat: Seat): Promise<AgreementState> {
  try {
    const loaded = await call(http.agreement.getAgreement)
    const opened = await vault.agreement.open({ seat, ...loaded })
    if (opened.kind === 'tampered') return opened
    return {
      kind: 'open',
      current: readable(loaded.current, opened.current),
      proposal: readable(loaded.proposal, opened.proposal),
      mine: await answeredProposal(seat, loaded.proposal),
    }
  } catch (thrown) {
    return { kind: 'problem', problem: problemOf(thrown) }
  }
}

function readable(agreement: Agreement | null, words: { word: string } | null): Readable | null {
  return agreement && words && { agreement, word: words.word }
}

/** My own proposal, if the other's answers it. */
async function answeredProposal(seat: Seat, proposal: Agreement | null): Promise<Readable | null> {
  const mine = (await (await localDb()).get('meta', MINE)) as Agreement | undefined
  if (!mine || !proposal || proposal.proposedBy === seat) return null
  if (mine.version !== proposal.version || mine.previousHash !== proposal.previousHash) return null
  return readable(mine, await vault.agreement.words({ seat, agreement: mine }))
}

/** Signs and sends a proposal. `state` is what the person saw when they chose. */
export async function propose(state: Extract<AgreementState, { kind: 'open' }>, draft: Draft): Promise<void> {
  const { current, proposal } = state
  const rules = { ...(current?.agreement.rules ?? DEFAULT_RULES), cooldownMs: draft.cooldownMs, turnMs: draft.turnMs }
  const signed = await vault.agreement.propose({
    version: (current?.agreement.version ?? 0) + 1,
    previousHash: current?.agreement.hash ?? null,
    rules,
    words: { word: draft.word.trim() },
  })
  const sent = await call(http.agreement.proposeAgreement, {
    body: { ...signed, replaces: proposal?.agreement.hash ?? null },
  })
  await (await localDb()).put('meta', sent.proposal, MINE)
}

export async function signProposal({ agreement }: Readable): Promise<void> {
  const signed = await vault.agreement.sign({ proposal: agreement })
  // What I sign is what I was shown, whatever the server calls it.
  if (signed.hash !== agreement.hash) throw new ApiError('tampered')
  await call(http.agreement.signAgreement, { body: signed })
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
  const word = state.kind === 'open' ? state.current?.word : undefined
  return {
    ourWord: compilePhrases(word === undefined ? [] : [word]),
    knows: async (hash) => state.kind === 'open' && vault.agreement.knows({ hash }),
  }
}
