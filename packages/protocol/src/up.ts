import * as z from 'zod'
import { Breather, Pace, Way } from './check-in.ts'
import { LIMITS } from './limits.ts'
import { Bytes, ContentName, Envelope, Id, Minutes, Signature, ZoneName } from './scalars.ts'
import { PROTOCOL_VERSION } from './version.ts'

/* What a device may say in a check-in, over the socket (`command`) or over HTTP: the same message either way. */

const command = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.strictObject({
    v: z.literal(PROTOCOL_VERSION),
    /** Made once per intention; repeating it is safe. */
    commandId: Id,
    checkInId: Id,
    type: z.literal(type),
    ...shape,
  })

const turn = z.int().positive()
const round = z.literal([1, 2])

/**
 * Another format or length, by either. The server makes the plan. For `repair`: an offer of whoever sends it, with its
 * breather, or going on with the talk that was left.
 */
export const ChooseCommand = command('choose', {
  format: ContentName,
  minutes: Minutes,
  repair: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('offer'), breatherMs: Breather }),
      z.strictObject({ kind: z.literal('goOn') }),
    ])
    .optional(),
})
/**
 * A yes to the plan that was shown, with what nobody but the server sees: how one wants to speak, how much time one needs,
 * and the time zone of this device, so that nobody is asked in their night.
 */
export const WillingCommand = command('willing', {
  planEpoch: z.int().nonnegative(),
  way: Way,
  pace: Pace,
  zone: ZoneName.optional(),
})
export const NotTodayCommand = command('notToday', {})
export const UtterCommand = command('utter', { turn, utteranceId: Id, envelope: Envelope(LIMITS.utteranceBytes) })
export const PassCommand = command('pass', { turn })
export const HandUpCommand = command('handUp', { turn })
export const HandDownCommand = command('handDown', { turn })
export const AskMoreCommand = command('askMore', { turn })
export const GrantMoreCommand = command('grantMore', { turn })
export const SayBackCommand = command('sayBack', { turn, round })
export const RatherNotCommand = command('ratherNot', { turn })
export const AnswerCommand = command('answer', { turn, round, answer: z.enum(['thatsIt', 'almost', 'notYet']) })
export const MoreCommand = command('more', { turn, more: z.boolean() })
/** A line to keep, at the closing. Who saves it too writes it to the journal; the server is not told. */
export const LineCommand = command('line', { lineId: Id, envelope: Envelope(LIMITS.utteranceBytes) })
/** Told to nobody; *slower* shows with the next turn. */
export const ComfortCommand = command('comfort', { answer: z.enum(['fine', 'slower']) })
/** Said openly: both are shown the same line, and nothing stops. */
export const SlowCommand = command('slow', {})
export const OneMinuteCommand = command('oneMinute', {})
export const BackCommand = command('back', { aside: z.int().positive() })
/**
 * `reason` is missing when the vault is locked: a pause needs no key. `slippable`: it came from a gesture or from what was
 * heard, and whoever made it may call it a slip for half a minute. Told to nobody.
 */
export const PauseCommand = command('pause', {
  reason: Bytes(64, LIMITS.reasonBytes).optional(),
  slippable: z.literal(true).optional(),
})
/** For this look at this freeze; after the next look it counts for nothing. */
export const ReadyCommand = command('ready', {
  freezeEpoch: z.int().positive(),
  rung: z.int().nonnegative(),
  signature: Signature,
})
export const NotYetCommand = command('notYet', {})
/** This pause was a slip: said by whoever made it, which both are shown, and then by the other. Not saying it is no answer. */
export const SlipCommand = command('slip', { freezeEpoch: z.int().positive(), signature: Signature })
/**
 * Back after a pause: how I am and what I need, or nothing. Sealed like what is said, and shown to nobody before both are
 * through. `another`: a private yes to another topic; false is the absence of one.
 */
export const ReenterCommand = command('reenter', {
  freezeEpoch: z.int().positive(),
  line: z.strictObject({ lineId: Id, envelope: Envelope(LIMITS.utteranceBytes) }).optional(),
  another: z.boolean(),
})
/** Through with this stage of coming back. */
export const GoOnCommand = command('goOn', {
  freezeEpoch: z.int().positive(),
  stage: z.enum(['saying', 'reading']),
})
/** Whoever a repair talk is offered to, from its opening on: it ends, nothing is left of it, and nobody asks again. */
export const NothingMoreCommand = command('nothingMore', {})
export const EndCommand = command('end', {})

export const UpCommand = z.discriminatedUnion('type', [
  ChooseCommand,
  WillingCommand,
  NotTodayCommand,
  UtterCommand,
  PassCommand,
  HandUpCommand,
  HandDownCommand,
  AskMoreCommand,
  GrantMoreCommand,
  SayBackCommand,
  RatherNotCommand,
  AnswerCommand,
  MoreCommand,
  LineCommand,
  ComfortCommand,
  SlowCommand,
  OneMinuteCommand,
  BackCommand,
  PauseCommand,
  ReadyCommand,
  NotYetCommand,
  SlipCommand,
  ReenterCommand,
  GoOnCommand,
  NothingMoreCommand,
  EndCommand,
])
export type UpCommand = z.infer<typeof UpCommand>

/**
 * Socket event `attend`: this device now shows the check-in (or, with null, no longer does). Sent after every connect.
 * While a partner has no attending device that beats, the turn clock stops. The acknowledgement is an `Ack`; the server's
 * beats carry the check-in's `seq` from then on.
 */
export const Attend = z.strictObject({ v: z.literal(PROTOCOL_VERSION), commandId: Id, checkInId: Id.nullable() })
export type Attend = z.infer<typeof Attend>

/**
 * Socket event `beat`, once a second from a device that attends and is in order: it has heard from the server and no
 * pause of its own is unanswered. A device that is silent for `SILENCE_MS` of `@turnstone/check-in` is not here. No data,
 * no acknowledgement.
 */
export const UpBeat = z.strictObject({ v: z.literal(PROTOCOL_VERSION) })
export type UpBeat = z.infer<typeof UpBeat>
