import type { CheckInView, FloorView, LiveView, PausedView, ReturningView } from './view'

/** Sentences of `messages/<locale>/check-in.json`, in order. */
type Sentence =
  | 'willing.question'
  | `floor.${
      | 'mine'
      | 'theirs'
      | 'breath'
      | 'thenMe'
      | 'thenThem'
      | 'soon'
      | 'graceMine'
      | 'graceTheirs'
      | 'clockWaits'
      | 'held'
      | 'checking'
      | 'closing'
      | 'slower'}`
  | `more.${'asked' | 'question' | 'givenMine' | 'givenTheirs'}`
  | 'live.closed'
  | `reflection.${'say' | 'sayAgain' | 'theySay' | 'wasThatIt' | 'theyLook' | 'isThereMore' | 'theyLookForMore'}`
  | 'aside.title'
  | `comingBack.${'title' | 'read' | 'redirected' | 'topicRests'}`
  | 'live.topicRests'
  | 'paused.title'
  | 'paused.breather.title'
  | 'paused.topicRests'
  | 'paused.ask'
  | `paused.slip.${'said' | 'asked'}`
  | 'ended.title'
  | `ended.closed.${'me' | 'them'}.title`
  | 'ended.setDown.title'
  | 'ended.pauseOver.title'

export interface Announcement {
  readonly politeness: 'polite' | 'assertive'
  readonly keys: readonly Sentence[]
  /** Paused, and the app looks again later: said each time that this has moved, with its time. */
  readonly look?: Look
}

interface Look {
  readonly key: 'paused.again' | 'paused.setDown'
  readonly returnAtMs: number
}

/** What a screen reader says of this state. It changes when the state does, and not while time runs. */
export function announcementOf(view: CheckInView): Announcement | null {
  switch (view.kind) {
    case 'opening':
    case 'door':
      return null
    case 'willing':
      return view.willing.held === 'no' || view.willing.held === 'brief'
        ? null
        : { politeness: 'polite', keys: [heldSentence(view.willing.held)] }
    case 'live':
      return { politeness: 'polite', keys: liveSentences(view.live) }
    case 'paused':
      return pausedWords(view.paused)
    case 'returning':
      return { politeness: 'polite', keys: comingBackSentences(view.returning) }
    case 'ended':
      return { politeness: 'polite', keys: [endedSentence(view)] }
  }
}

function endedSentence({ setDown, closedBy, left }: Extract<CheckInView, { kind: 'ended' }>): Sentence {
  if (closedBy !== null) return `ended.closed.${closedBy}.title`
  if (!setDown) return 'ended.title'
  return left.openedAtMs === null ? 'ended.pauseOver.title' : 'ended.setDown.title'
}

/** Stopping is said at once; the question afterwards can wait, and is said wherever in the pause somebody is. */
function pausedWords({ breather, topicRests, break: rest, comes, returnAtMs, slip }: PausedView): Announcement {
  const title = breather ? 'paused.breather.title' : 'paused.title'
  const stopped: readonly Sentence[] = topicRests ? [title, 'paused.topicRests'] : [title]
  if (slip.what === 'said' || slip.what === 'asked') {
    return { politeness: 'polite', keys: [...stopped, `paused.slip.${slip.what}`] }
  }
  if (rest === 'resting') return { politeness: 'assertive', keys: stopped }
  const asked: Announcement = { politeness: 'polite', keys: [...stopped, 'paused.ask'] }
  if (comes === 'first' || returnAtMs === null) return asked
  return { ...asked, look: { key: `paused.${comes}`, returnAtMs } }
}

function comingBackSentences({ stage, redirected, topicRests, held }: ReturningView): readonly Sentence[] {
  if (held === 'lost' || held === 'checking') return [heldSentence(held)]
  if (stage === 'saying') return ['comingBack.title', ...(topicRests ? (['comingBack.topicRests'] as const) : [])]
  return ['comingBack.read', ...(redirected ? (['comingBack.redirected'] as const) : [])]
}

const heldSentence = (held: 'lost' | 'checking') => (held === 'lost' ? 'floor.held' : 'floor.checking')

function liveSentences(live: LiveView): readonly Sentence[] {
  const { floor, held, clock, clockWaits, endsSoon, slower, slowedNow, doing } = live
  const closed: readonly Sentence[] = doing?.state === 'closed' ? ['live.closed'] : []
  if (held === 'lost' || held === 'checking') return [heldSentence(held), ...closed]
  if (clock === 'aside') return ['aside.title']
  const soon: readonly Sentence[] = endsSoon ? ['floor.soon'] : []
  const waits: readonly Sentence[] = clockWaits ? ['floor.clockWaits'] : []
  const pace: readonly Sentence[] = slowedNow || (slower && floor.kind === 'breath') ? ['floor.slower'] : []
  return [...headingsOf(floor), ...moreTimeOf(live), ...soon, ...waits, ...pace, ...closed]
}

/** That a turn was given more time, to whoever speaks and to whoever gave it. */
export function moreTimeOf({ floor, moreGiven }: Pick<LiveView, 'floor' | 'moreGiven'>): readonly Sentence[] {
  if (!moreGiven || floor.kind !== 'turn') return []
  return [floor.holder === 'me' ? 'more.givenMine' : 'more.givenTheirs']
}

/** The state of the floor in a few words, the same for the eye and the ear. */
export function headingsOf(floor: FloorView): readonly Sentence[] {
  switch (floor.kind) {
    case 'breath':
      return ['floor.breath', floor.next === 'me' ? 'floor.thenMe' : 'floor.thenThem']
    case 'turn':
    case 'grace':
      return floor.holder === 'me' ? whileISpeak(floor) : whileTheySpeak(floor)
    case 'reflection':
      return [floor.holder === 'me' ? AS_SPEAKER[floor.stage] : asListener(floor)]
    case 'closing':
      return ['floor.closing']
  }
}

type Holding = Extract<FloorView, { kind: 'turn' | 'grace' }>
type SayingBack = Extract<FloorView, { kind: 'reflection' }>

const whileISpeak = ({ kind, more }: Holding): readonly Sentence[] => [
  'floor.mine',
  ...(kind === 'grace' ? (['floor.graceMine'] as const) : []),
  ...(more === 'asked' ? (['more.asked'] as const) : []),
]

const whileTheySpeak = ({ kind, more }: Holding): readonly Sentence[] => [
  'floor.theirs',
  ...(kind === 'grace' ? (['floor.graceTheirs'] as const) : []),
  ...(more === 'asked' ? (['more.question'] as const) : []),
]

const AS_SPEAKER = {
  saying: 'reflection.theySay',
  answering: 'reflection.wasThatIt',
  more: 'reflection.isThereMore',
} as const

function asListener({ stage, round }: SayingBack): Sentence {
  if (stage === 'saying') return round === 1 ? 'reflection.say' : 'reflection.sayAgain'
  return stage === 'answering' ? 'reflection.theyLook' : 'reflection.theyLookForMore'
}

export type News = Pick<Announcement, 'keys' | 'look'>

/** What is to be said now, after `before` was. A look that has moved is news by itself. */
export function newsOf(now: Announcement, before: Announcement | null): News {
  const { keys, look } = now
  if (look === undefined || look.returnAtMs === before?.look?.returnAtMs) {
    return { keys: newsIn(keys, before?.keys ?? []) }
  }
  return { keys: keys.filter((sentence) => !before?.keys.includes(sentence)), look }
}

/** What is new since the last announcement; where something only went away, how things stand now. */
export function newsIn(now: readonly Sentence[], before: readonly Sentence[]): readonly Sentence[] {
  const news = now.filter((sentence) => !before.includes(sentence))
  return news.length > 0 ? news : now.slice(0, 1)
}
