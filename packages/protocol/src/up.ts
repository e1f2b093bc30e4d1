import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { Bytes, Envelope, Id, Signature } from './scalars.ts'
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

export const WillingCommand = command('willing', {})
export const NotTodayCommand = command('notToday', {})
export const UtterCommand = command('utter', { turn, utteranceId: Id, envelope: Envelope(LIMITS.utteranceBytes) })
export const PassCommand = command('pass', { turn })
/** `reason` is missing when the vault is locked: a pause needs no key. */
export const PauseCommand = command('pause', { reason: Bytes(64, LIMITS.reasonBytes).optional() })
export const ReadyCommand = command('ready', { freezeEpoch: z.int().positive(), signature: Signature })
export const NotYetCommand = command('notYet', {})
export const EndCommand = command('end', {})

export const UpCommand = z.discriminatedUnion('type', [
  WillingCommand,
  NotTodayCommand,
  UtterCommand,
  PassCommand,
  PauseCommand,
  ReadyCommand,
  NotYetCommand,
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
