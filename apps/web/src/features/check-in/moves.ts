import type { Screen } from '@turnstone/check-in'
import type { ErrorCode } from '@turnstone/protocol'
import type { Inside } from './inside'
import type { CommandBody } from './send-command'
import { turnOf } from './turn-of'
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
  'no_talk',
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
 * failed and can be tried again. What is pressed while held is not sent, and says so: it would be meant for a room that
 * nobody here can see.
 */
export function movesOf({ state, set, screen, command, say, look }: Inside): Moves {
  async function make(what: Verb, body: CommandBody): Promise<boolean> {
    set({ doing: { what, state: 'sending' } })
    const ack = await command(body)
    if (ack?.ok) return true
    const overtaken = ack !== null && OVERTAKEN.includes(ack.error.code)
    set({ doing: overtaken ? null : { what, state: 'failed' } })
    if (overtaken) await look()
    return false
  }

  const whenOpen = (what: Verb, move: (screen: Open) => unknown) => {
    const shown = screen()
    if (shown.kind === 'live' || shown.kind === 'waiting') void move(shown)
    else if (shown.kind === 'held') set({ doing: { what, state: 'closed' } })
  }
  const whenLive = (what: Verb, move: (screen: Live) => unknown) =>
    whenOpen(what, (shown) => shown.kind === 'live' && move(shown))
  const inTurn = (type: 'pass' | 'handUp' | 'handDown' | 'askMore' | 'grantMore' | 'ratherNot') => () =>
    whenLive(type, ({ floor: { turn } }) => make(type, { type, turn }))

  return {
    choose: (plan) => whenOpen('choose', () => make('choose', { type: 'choose', ...plan })),
    pass: inTurn('pass'),
    handUp: inTurn('handUp'),
    handDown: inTurn('handDown'),
    askMore: inTurn('askMore'),
    grantMore: inTurn('grantMore'),
    ratherNot: inTurn('ratherNot'),
    sayBack: (text) => {
      const turn = turnOf(state().device.latest?.snapshot)
      // The field is empty by now: what stood in it is kept here, whatever has stopped meanwhile.
      const saying = text === '' || turn === null ? Promise.resolve(text === '') : say(text, turn)
      whenLive('sayBack', async ({ floor }) => {
        if (floor.kind !== 'reflection') return
        set({ doing: { what: 'sayBack', state: 'sending' } })
        if (await saying) await make('sayBack', { type: 'sayBack', turn: floor.turn, round: floor.round })
        else set({ doing: { what: 'sayBack', state: 'failed' } })
      })
    },
    answer: (given) =>
      whenLive('answer', ({ floor }) => {
        if (floor.kind !== 'reflection') return
        const { turn, round } = floor
        return make('answer', { type: 'answer', turn, round, answer: given })
      }),
    more: (more) => whenLive('more', ({ floor: { turn } }) => make('more', { type: 'more', turn, more })),
    slow: () =>
      whenLive('slow', async () => {
        // The other may have said it in the same moment: then nothing moves any more.
        if ((await make('slow', { type: 'slow' })) && state().doing?.what === 'slow') set({ doing: null })
      }),
    oneMinute: () => whenLive('oneMinute', () => make('oneMinute', { type: 'oneMinute' })),
  }
}
