import type { CheckInView, LiveView } from './view'

/** Sentences of `messages/<locale>/check-in.json`, in order. */
type Sentence =
  | 'willing.question'
  | 'floor.mine'
  | 'floor.theirs'
  | 'floor.breath'
  | 'floor.thenMe'
  | 'floor.thenThem'
  | 'floor.graceMine'
  | 'floor.graceTheirs'
  | 'floor.clockWaits'
  | 'floor.held'
  | 'floor.checking'
  | 'paused.title'
  | 'paused.topicRests'
  | 'ended.title'

export interface Announcement {
  readonly politeness: 'polite' | 'assertive'
  readonly keys: readonly Sentence[]
}

/** What a screen reader says of this state. It changes when the state does, and not while time runs. */
export function announcementOf(view: CheckInView): Announcement | null {
  switch (view.kind) {
    case 'opening':
    case 'door':
      return null
    case 'willing':
      return view.held === 'no' ? null : { politeness: 'polite', keys: [heldSentence(view.held)] }
    case 'live':
      return { politeness: 'polite', keys: liveSentences(view.live) }
    case 'paused':
      return {
        politeness: 'assertive',
        keys: view.paused.topicRests ? ['paused.title', 'paused.topicRests'] : ['paused.title'],
      }
    case 'ended':
      return { politeness: 'polite', keys: ['ended.title'] }
  }
}

const heldSentence = (held: 'checking' | 'lost') => (held === 'lost' ? 'floor.held' : 'floor.checking')

function liveSentences({ floor, held, clock }: LiveView): readonly Sentence[] {
  if (held !== 'no') return [heldSentence(held)]
  if (floor.kind === 'breath') return ['floor.breath', floor.next === 'me' ? 'floor.thenMe' : 'floor.thenThem']
  const mine = floor.holder === 'me'
  const grace: readonly Sentence[] = floor.kind === 'grace' ? [mine ? 'floor.graceMine' : 'floor.graceTheirs'] : []
  const waits: readonly Sentence[] = clock === 'stopped' ? ['floor.clockWaits'] : []
  return [mine ? 'floor.mine' : 'floor.theirs', ...grace, ...waits]
}
