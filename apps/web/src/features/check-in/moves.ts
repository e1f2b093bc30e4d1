import type { Screen } from '@turnstone/check-in'
import type { ErrorCode } from '@turnstone/protocol'
import type { Inside } from './inside'
import type { CommandBody } from './send-command'
import type { CheckInActions, Verb } from './view'

type Open = Extract<Screen, { kind: 'live' | 'waiting' }>
type Live = Extract<Screen, { kind: 'live' }>

type Moves = Pick<CheckInActions, Verb>

/** The room moved on while this was on its way: what the person sees next says so by itself. */
const OVERTAKEN: readonly ErrorCode[] = [
  'stale_turn',
  'stale_plan',
  'not_holder',
  'not_listener',
  'not_reflecting',
  'nothing_asked',
  'between_turns',
  'already_open',
  'not_open',
  'aside',
  'not_aside',
  'frozen',
  'ended',
]

/**
 * What a person does with the floor. Nothing here moves the screen: each is under way until the room has moved, or
 * failed and can be tried again.
 */
export function movesOf({ ports, state, set, screen, command, say, look }: Inside): Moves {
  async function make(what: Verb, body: CommandBody): Promise<boolean> {
    set({ doing: { what, state: 'sending' } })
    const ack = await command(body)
    if (ack?.ok) return true
    const overtaken = ack !== null && OVERTAKEN.includes(ack.error.code)
    set({ doing: overtaken ? null : { what, state: 'failed' } })
    if (overtaken) await look()
    return false
  }

  const whenOpen = (move: (screen: Open) => unknown) => {
    const shown = screen()
    if (shown.kind === 'live' || shown.kind === 'waiting') void move(shown)
  }
  const whenLive = (move: (screen: Live) => unknown) => whenOpen((shown) => shown.kind === 'live' && move(shown))
  const inTurn = (type: 'pass' | 'handUp' | 'handDown' | 'askMore' | 'grantMore' | 'ratherNot') => () =>
    whenLive(({ floor: { turn } }) => make(type, { type, turn }))

  /** A private answer shows its effect at once, and nobody else any. */
  async function answer(what: 'back' | 'comfort', body: CommandBody, onKept: () => void): Promise<void> {
    if (!(await make(what, body))) return
    set({ doing: null })
    onKept()
  }

  return {
    choose: (plan) => whenOpen(() => make('choose', { type: 'choose', ...plan })),
    pass: inTurn('pass'),
    handUp: inTurn('handUp'),
    handDown: inTurn('handDown'),
    askMore: inTurn('askMore'),
    grantMore: inTurn('grantMore'),
    ratherNot: inTurn('ratherNot'),
    sayBack: (text) =>
      whenLive(async ({ floor }) => {
        if (floor.kind !== 'reflection') return
        const { turn, round } = floor
        set({ doing: { what: 'sayBack', state: 'sending' } })
        const heard = text === '' || (await say(text, turn))
        if (heard) await make('sayBack', { type: 'sayBack', turn, round })
        else set({ doing: { what: 'sayBack', state: 'failed' } })
      }),
    answer: (given) =>
      whenLive(({ floor }) => {
        if (floor.kind !== 'reflection') return
        const { turn, round } = floor
        return make('answer', { type: 'answer', turn, round, answer: given })
      }),
    more: (more) => whenLive(({ floor: { turn } }) => make('more', { type: 'more', turn, more })),
    oneMinute: () => whenLive(() => make('oneMinute', { type: 'oneMinute' })),
    back: () =>
      whenLive(({ snapshot: { asides } }) =>
        answer('back', { type: 'back', aside: asides }, () => set({ backFrom: asides })),
      ),
    comfort: (given) =>
      whenLive(() =>
        answer('comfort', { type: 'comfort', answer: given }, () => {
          set({ comfortAnswered: true })
          const { room } = state()
          if (room) ports.comfort.remember(room.checkInId)
        }),
      ),
  }
}
