import { fromOtherSide } from '@turnstone/content'
import type { Problem } from '@/lib/errors'
import type { Answer, Answered } from '@/vault/register-content'

/**
 * The register as it stands for me. `committed`: mine is in and not the other's, which nobody is asked
 * about. `opening`: both are in, and not both devices have opened theirs.
 */
export type RegisterState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'empty' }
  | { readonly kind: 'committed' | 'opening'; readonly mine: readonly Answered[] }
  | { readonly kind: 'open'; readonly mine: readonly Answered[]; readonly theirs: readonly Answered[] }

/** One topic with what each of the two says; null where somebody said nothing. */
export interface SideBySide {
  readonly topic: string
  readonly own: boolean
  readonly mine: Answer | null
  readonly theirs: Answer | null
  readonly together: Answer
}

const CAREFUL_FIRST: readonly Answer[] = ['never', 'ask', 'fine']

/** The more careful of two answers counts: *never* by either is left alone by both. What one left open is asked first. */
export function togetherOf(mine: Answer | null, theirs: Answer | null): Answer {
  const both = [mine ?? 'ask', theirs ?? 'ask']
  return CAREFUL_FIRST.find((answer) => both.includes(answer)) ?? 'ask'
}

/**
 * Both sheets as one list, the most careful first, each topic by the name it has for me; a topic that both wrote in the
 * same words is one.
 */
export function sideBySide(mine: readonly Answered[], given: readonly Answered[]): readonly SideBySide[] {
  const theirs = given.map((one) => (one.own ? one : { ...one, topic: fromOtherSide(one.topic) }))
  const all = new Map([...theirs, ...mine].map((one) => [keyOf(one), one]))
  const answerIn = (sheet: readonly Answered[], key: string) => sheet.find((one) => keyOf(one) === key)?.answer ?? null
  const rows = [...all].map(([key, { topic, own }]) => {
    const answers = { mine: answerIn(mine, key), theirs: answerIn(theirs, key) }
    return { topic, own, ...answers, together: togetherOf(answers.mine, answers.theirs) }
  })
  return CAREFUL_FIRST.flatMap((answer) => rows.filter(({ together }) => together === answer))
}

/** Two topics with the same key are the same topic. */
export const keyOf = ({ topic, own }: Pick<Answered, 'topic' | 'own'>): string =>
  own ? `own ${topic.trim().toLocaleLowerCase()}` : `known ${topic}`

/** What the register says about what may be offered. It says nothing about what anybody may say. */
export interface Steering {
  /** Ids of topics of the first list. */
  readonly fine: readonly string[]
  readonly askFirst: readonly Pick<Answered, 'topic' | 'own'>[]
}

const NOTHING_KNOWN: Steering = { fine: [], askFirst: [] }

/**
 * Only two open sheets steer. Before that, and when it cannot be known, nothing that touches a topic is offered to
 * anybody, so that nobody's own *leave alone* has to show, or could.
 */
export function steeringOf(state: RegisterState): Steering {
  if (state.kind !== 'open') return NOTHING_KNOWN
  const rows = sideBySide(state.mine, state.theirs)
  return {
    fine: rows.filter(({ own, together }) => !own && together === 'fine').map(({ topic }) => topic),
    askFirst: rows.filter(({ together }) => together === 'ask').map(({ topic, own }) => ({ topic, own })),
  }
}
