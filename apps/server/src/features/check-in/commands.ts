import { randomUUID } from 'node:crypto'
import type { Command, Instant, Outcome, PartnerCommand, Plan, Room, Seat } from '@turnstone/check-in'
import { planOf, repairPlan } from '@turnstone/content'
import {
  type Ack,
  type ErrorBody,
  PROTOCOL_VERSION,
  readyStatement,
  slipStatement,
  type UpCommand,
} from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { errorBodyOf } from '../../http/error-replies.ts'
import { toBytes } from '../../infra/bytes.ts'
import type { Transaction } from '../../infra/db.ts'
import { isSignedBy } from '../../infra/signature.ts'
import { TryLimiter } from '../../infra/try-limiter.ts'
import { type Membership, signingKeysOf } from '../partnership/queries.ts'
import { changeWithin, commit, type Done, type Sealed } from './commit.ts'
import { currentCheckIn } from './current.ts'
import { findLiveWithin, forgetTalks, type Locked } from './store.ts'

/** Far above what two thumbs can do; a pause is not counted. */
const commandTries = new TryLimiter({ tries: 200, windowMs: 10_000 })

/** Tells the other devices to hold, before anything is written. Devices that hold submit the pause themselves if need be. */
export function announcePause(
  context: Context,
  partnershipId: string,
  command: UpCommand,
  fromSocketId?: string,
): void {
  if (command.type !== 'pause') return
  const { checkInId, commandId } = command
  context.fanout.hold(partnershipId, { v: PROTOCOL_VERSION, checkInId, commandId }, fromSocketId)
}

/** Applies one partner's command and answers it, after the commit. Never throws: what failed is in the answer. */
export async function executeCommand(
  context: Context,
  accountId: string,
  member: Membership,
  command: UpCommand,
): Promise<Ack> {
  const { commandId } = command
  try {
    if (command.type !== 'pause') limitTries(context, accountId)
    // A yes is to what both have signed last: should that be newer, this one is told that the plan is stale.
    if (command.type === 'willing') await prepareCheckIn(context, member.partnershipId)
    const outcome = await commit(
      context,
      command.checkInId,
      commandId,
      (locked) => decide(context, member, command, locked),
      stopsEverything(command),
    )
    if (!outcome) throw new AppError('not_found')
    if (outcome.kind === 'refused') return { ok: false, commandId, error: toErrorBody(outcome) }
    // My other devices need not ask me again. Nobody else is told.
    if (MINE.includes(command.type)) context.fanout.poke([accountId], 'check-in')
    return { ok: true, commandId, ...(outcome.kind === 'committed' && { seq: outcome.seq }) }
  } catch (error) {
    const body = errorBodyOf(error)
    if (body.code === 'internal') context.logger.error({ err: error, component: 'check-in' }, 'a command failed')
    return { ok: false, commandId, error: body }
  }
}

/** Who of the two has a device in this check-in, since `at`: a device is noticed to be gone only some time after it was. */
export async function recordPresence(
  context: Context,
  checkInId: string,
  present: { a: boolean; b: boolean },
  at: Instant,
): Promise<void> {
  const command: Command = { by: 'server', command: { type: 'presence', present } }
  await commit(context, checkInId, null, async () => ({ command, sealed: null, at }))
}

/**
 * Ends the live check-in as part of an unlink, in the unlink's own transaction and as either of the two would end it.
 * Null when there is none; else the caller lets it tell both, after the commit.
 */
export async function endLive(
  context: Context,
  tx: Transaction,
  { partnershipId, seat }: Pick<Membership, 'partnershipId' | 'seat'>,
): Promise<Done | null> {
  const checkInId = await findLiveWithin(tx, partnershipId)
  const commandId = randomUUID()
  const end: Command = { by: seat, commandId, command: { type: 'end' } }
  const done =
    checkInId === null
      ? null
      : await changeWithin(context, tx, checkInId, commandId, async () => ({ command: end, sealed: null }))
  await forgetTalks(tx, partnershipId)
  return done
}

/**
 * Makes the first check-in, or brings the waiting one under a new agreement, at a moment that both know of: the second
 * signature. What fails here is made up for by the first look.
 */
export async function prepareCheckIn(context: Context, partnershipId: string): Promise<void> {
  try {
    await currentCheckIn(context, partnershipId)
  } catch (error) {
    if (error instanceof AppError) return
    context.logger.warn({ err: error, component: 'check-in' }, 'the next check-in waits for somebody to look')
  }
}

/** What my other devices are shown of my own private answers. */
const MINE: readonly UpCommand['type'][] = ['comfort', 'back', 'reenter', 'goOn']

const stopsEverything = ({ type }: UpCommand) => type === 'pause' || type === 'end' || type === 'nothingMore'

function limitTries({ clock }: Context, accountId: string): void {
  const now = clock.now().wallMs
  const waitMs = commandTries.waitMs(accountId, now)
  if (waitMs > 0) throw new AppError('too_many_requests', { retryAfterMs: waitMs })
  commandTries.count(accountId, now)
}

async function decide(
  context: Context,
  { partnershipId, seat }: Membership,
  up: UpCommand,
  locked: Locked,
): Promise<{ command: Command; sealed: Sealed }> {
  if (locked.partnershipId !== partnershipId) throw new AppError('not_found')
  if (up.type === 'ready' || up.type === 'slip') await checkSignature(context, seat, up, locked)
  const command = toMachine(up, seat, locked.checkIn.room)
  return { command: { by: seat, commandId: up.commandId, command }, sealed: sealedPart(up) }
}

function toMachine(up: UpCommand, seat: Seat, room: Room): PartnerCommand {
  switch (up.type) {
    case 'choose':
      return { type: 'choose', plan: planFor(up, seat, room) }
    case 'utter':
      return { type: 'utter', turn: up.turn, utteranceId: up.utteranceId }
    case 'line':
      return { type: 'line', lineId: up.lineId }
    case 'pause':
      return { type: 'pause', slippable: up.slippable }
    case 'reenter':
      return { type: 'reenter', freezeEpoch: up.freezeEpoch, lineId: up.line?.lineId ?? null, another: up.another }
    default: {
      const { v: _version, commandId: _id, checkInId: _where, ...command } = up
      return command
    }
  }
}

function planFor({ format, minutes, repair }: UpCommand & { type: 'choose' }, seat: Seat, room: Room): Plan {
  const { rules, talk } = room
  if (format !== 'repair') return planOf(format, minutes, rules) ?? refuse('unknown_format')
  if (repair?.kind === 'offer') {
    const { breatherMs } = repair
    return repairPlan({ by: seat, breatherMs, done: 0 }, rules) ?? refuse('unknown_format')
  }
  if (repair === undefined) return refuse('unknown_format')
  if (talk?.kind !== 'left') return refuse('no_talk')
  return repairPlan({ by: talk.by, breatherMs: null, done: talk.turns }, rules) ?? refuse('no_talk')
}

function refuse(code: 'unknown_format' | 'no_talk'): never {
  throw new AppError(code)
}

function sealedPart(up: UpCommand): Sealed {
  if (up.type === 'utter' || up.type === 'line') return { kind: 'words', envelope: up.envelope }
  if (up.type === 'reenter' && up.line !== undefined) return { kind: 'line', ...up.line }
  if (up.type === 'pause' && up.reason !== undefined) return { kind: 'reason', envelope: up.reason }
  return null
}

/** A signature that the other device would refuse is refused here, so that nobody waits for a resume that cannot come. */
async function checkSignature(
  { db }: Context,
  seat: 'a' | 'b',
  up: UpCommand & { type: 'ready' | 'slip' },
  { partnershipId, agreementHash }: Locked,
): Promise<void> {
  const { checkInId, freezeEpoch } = up
  const of = { partnershipId, checkInId, freezeEpoch, agreementHash }
  const statement = up.type === 'ready' ? readyStatement({ ...of, rung: up.rung }) : slipStatement(of)
  const keys = await signingKeysOf(db, partnershipId)
  if (!keys || !isSignedBy(keys[seat], statement, toBytes(up.signature))) throw new AppError('bad_signature')
}

function toErrorBody({ refusal }: Extract<Outcome, { kind: 'refused' }>): ErrorBody {
  switch (refusal.code) {
    case 'cooldown_running':
      return { code: refusal.code, retryAfterMs: Math.ceil(refusal.leftMs) }
    case 'stale_freeze_epoch':
      return { code: refusal.code, freezeEpoch: refusal.freezeEpoch }
    default:
      return { code: refusal.code }
  }
}
