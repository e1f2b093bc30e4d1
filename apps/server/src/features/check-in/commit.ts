import {
  type CheckIn,
  type Command,
  elapsedMs,
  type Instant,
  invariantProblems,
  type Outcome,
  type Step,
  transition,
  viewOf,
} from '@turnstone/check-in'
import { type Down, PROTOCOL_VERSION, type Utterance } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { AppError } from '../../http/app-error.ts'
import { toBytes } from '../../infra/bytes.ts'
import { inTransaction, type Transaction } from '../../infra/db.ts'
import { Lanes } from '../../infra/lanes.ts'
import { type PausePush, pushPause } from '../push/commands.ts'
import { wakeAtDeadline } from './alarm.ts'
import { makeNext } from './next.ts'
import { RUN_LAPSE_MS } from './server-run.ts'
import { findFrozen, inCheckIn, type KeptLines, type Locked, type Writes } from './store.ts'

/** The sealed part of a command, which the machine never sees. */
export type Sealed =
  | { readonly kind: 'words'; readonly envelope: string }
  | { readonly kind: 'line'; readonly lineId: string; readonly envelope: string }
  | { readonly kind: 'reason'; readonly envelope: string }
  | null

type ToCommand = (locked: Locked) => Promise<{
  command: Command
  sealed: Sealed
  at?: Instant /** Whose rules and plan an `adopt` brings. */
  agreementHash?: string
}>

/** What a transaction has done to a check-in. `tell` says it to both, once it is committed. */
export interface Done {
  readonly outcome: Outcome
  /** Whose check-in has ended with this; null while it goes on, or when it was over before. */
  readonly endedFor: string | null
  tell(): void
}

/** A check-in's changes wait for one another before they take a connection: no flood of one couple's takes them all. */
const lanes = new Lanes()
/** Whoever has waited longer has given up, or sends it again. */
const PATIENCE_MS = 5_000

/**
 * One change of a check-in in a transaction of its own; then both are told. Null when there is no such check-in. What is
 * urgent goes before everything else that waits, and is never given up.
 */
export async function commit(
  context: Context,
  checkInId: string,
  commandId: string | null,
  toCommand: ToCommand,
  isUrgent = false,
): Promise<Outcome | null> {
  const sinceMs = performance.now()
  const done = await lanes.run(checkInId, isUrgent, async () => {
    if (!isUrgent && performance.now() - sinceMs > PATIENCE_MS) throw new AppError('database_away')
    return inTransaction(context.db, (tx) => changeWithin(context, tx, checkInId, commandId, toCommand))
  })
  done?.tell()
  if (done?.endedFor) await makeNext(context, done.endedFor)
  return done?.outcome ?? null
}

/**
 * The one way a check-in changes: lock, let `toCommand` decide, apply the machine, check its invariants, write. A step
 * that breaks an invariant is not written.
 */
export async function changeWithin(
  context: Context,
  tx: Transaction,
  checkInId: string,
  commandId: string | null,
  toCommand: ToCommand,
): Promise<Done | null> {
  const now = context.clock.now()
  const done = await inCheckIn(tx, checkInId, commandId, async (locked) => {
    const { command, sealed, at = now, agreementHash } = await toCommand(locked)
    const steps = [...presenceThatWasLost(locked, now), { command, at }]
    const applied = applyAll(locked, steps)
    const lines = { ...locked.lines, ...(sealed?.kind === 'line' && { [sealed.lineId]: sealed.envelope }) }
    const change = toChange(checkInId, applied, { sealed, lines }, now)
    const pushes = toPush(checkInId, locked, command, applied)
    return {
      writes: toWrites(context, locked, applied, {
        change,
        lines: stillKept(lines, applied.checkIn),
        receipt: receiptOf(commandId, command, applied),
        agreementHash: isPlanned(applied) ? (agreementHash ?? null) : null,
      }),
      result: { applied, change, pushes, partnershipId: locked.partnershipId },
    }
  })
  if (!done) return null
  const { applied, change, pushes, partnershipId } = done
  if (pushes) await pushPause(tx, { ...pushes, now: new Date(now.wallMs) })
  return {
    outcome: applied.outcome,
    endedFor: applied.events.some(({ event }) => event.type === 'ended') ? partnershipId : null,
    tell() {
      if (change) context.fanout.change(partnershipId, change)
      if (pushes) context.pushRounds.wake()
      wakeAtDeadline(context, checkInId, applied.checkIn, () => applyPassedTime(context, checkInId))
    },
  }
}

/** Writes what time alone has brought about. */
export async function applyPassedTime(context: Context, checkInId: string): Promise<void> {
  await commit(context, checkInId, null, async () => ({
    command: { by: 'server', command: { type: 'tick' } },
    sealed: null,
  }))
}

/**
 * After a start: whatever is paused takes the looks it missed, and is woken at its next one. Without this it would move
 * on only when somebody looks, and that would show.
 */
export async function wakeWhatIsPaused(context: Context): Promise<void> {
  for (const checkInId of await findFrozen(context.db)) {
    try {
      await applyPassedTime(context, checkInId)
    } catch (error) {
      context.logger.warn({ err: error, component: 'alarm' }, 'a pause waits for somebody to look')
    }
  }
}

interface Timed {
  readonly command: Command
  readonly at: Instant
}

/** When the run that recorded presence is gone, nobody was here from its last beat on. */
function presenceThatWasLost({ presenceBeat }: Locked, now: Instant): Timed[] {
  if (presenceBeat === null || elapsedMs(presenceBeat, now) <= RUN_LAPSE_MS) return []
  return [
    { command: { by: 'server', command: { type: 'presence', present: { a: false, b: false } } }, at: presenceBeat },
  ]
}

/** The outcome of the last command, over the events of all. */
function applyAll({ checkIn, receipt }: Locked, timed: readonly Timed[]): Step {
  let all: Step = { checkIn, events: [], outcome: { kind: 'kept' }, repeated: false }
  for (const [index, { command, at }] of timed.entries()) {
    const step = transition(all.checkIn, command, at, index === timed.length - 1 ? receipt : null)
    const problems = invariantProblems(all.checkIn, step, command)
    if (problems.length > 0) throw new Error(`a check-in was about to break its rules: ${problems.join('; ')}`)
    all = { ...step, events: [...all.events, ...step.events] }
  }
  return all
}

/** A line waits for as long as the answer it came with. */
function stillKept(lines: KeptLines, { quiet: { through } }: CheckIn): KeptLines {
  const standing = [through.a?.lineId, through.b?.lineId]
  return Object.fromEntries(Object.entries(lines).filter(([lineId]) => standing.includes(lineId)))
}

interface SealedParts {
  readonly sealed: Sealed
  readonly lines: KeptLines
}

function toChange(
  checkInId: string,
  { checkIn, events }: Step,
  parts: SealedParts,
  now: Instant,
): Down<'change'> | null {
  const [first] = events
  if (!first) return null
  const frozen = events.find(({ event }) => event.type === 'frozen')
  const { freezeEpoch } = checkIn.room
  return {
    v: PROTOCOL_VERSION,
    checkInId,
    fromSeq: first.seq,
    snapshot: viewOf(checkIn, now),
    utterances: events.flatMap((one) => utteranceOf(one, checkIn, parts)),
    reasons: frozen && parts.sealed?.kind === 'reason' ? [{ freezeEpoch, envelope: parts.sealed.envelope }] : [],
  }
}

/** To the devices of whoever did not pause, as they chose. Both are at a rehearsal. */
function toPush(
  checkInId: string,
  { partnershipId }: Locked,
  { by, command }: Command,
  { checkIn: { room }, events }: Step,
): Omit<PausePush, 'now'> | null {
  const { phase, plan } = room
  const wasPaused = command.type === 'pause' && events.some(({ event }) => event.type === 'frozen')
  if (!wasPaused || by === 'server' || phase.kind !== 'frozen' || plan.practice) return null
  const { freezeEpoch, returnAtMs } = phase
  return { partnershipId, seat: by === 'a' ? 'b' : 'a', checkInId, freezeEpoch, until: new Date(returnAtMs) }
}

/** Words are kept and sent with the event that let them through. */
function utteranceOf(
  { seq, event }: Step['events'][number],
  { room }: CheckIn,
  { sealed, lines }: SealedParts,
): Utterance[] {
  if (event.type === 'reentered') {
    const { lineId, by } = event
    const envelope = lines[lineId]
    return envelope === undefined
      ? []
      : [{ seq, utteranceId: lineId, kind: 'reentry', turn: turnIn(room), by, envelope }]
  }
  if (sealed?.kind !== 'words') return []
  const { envelope } = sealed
  if (event.type === 'uttered') {
    const { utteranceId, kind, turn, by } = event
    return [{ seq, utteranceId, kind, turn, by, envelope }]
  }
  if (event.type === 'lineOffered') {
    const { lineId, by } = event
    return [{ seq, utteranceId: lineId, kind: 'line', turn: room.turns + 1, by, envelope }]
  }
  return []
}

/** The turn that both come back to. */
function turnIn({ phase, turns }: CheckIn['room']): number {
  return phase.kind === 'returning' ? phase.floor.turn : Math.max(1, turns)
}

/** Law 5: a no leaves nothing behind, like somebody who has not looked. A late duplicate of one can only say no again. */
function receiptOf(commandId: string | null, { command }: Command, { outcome, repeated }: Step): Writes['receipt'] {
  const isNo = command.type === 'notToday' || command.type === 'notYet'
  if (commandId === null || isNo || repeated || outcome.kind === 'refused') return null
  return { commandId, outcome }
}

function slippedIn(events: Step['events']): number | null {
  const [slipped] = events.flatMap(({ event }) => (event.type === 'slipped' ? [event.freezeEpoch] : []))
  return slipped ?? null
}

const isPlanned = ({ events }: Step) => events.some(({ event }) => event.type === 'planned')

function toWrites(
  context: Context,
  locked: Locked,
  { checkIn, events }: Step,
  beside: {
    change: Down<'change'> | null
    lines: KeptLines
    receipt: Writes['receipt']
    agreementHash: string | null
  },
): Writes | null {
  if (events.length === 0 && checkIn.quiet === locked.checkIn.quiet) return null
  const { present } = checkIn.quiet
  const { change, lines, receipt, agreementHash } = beside
  const reason = change?.reasons[0]
  return {
    checkIn,
    events,
    receipt,
    lines,
    utterances: (change?.utterances ?? []).map((one) => ({ ...one, envelope: toBytes(one.envelope) })),
    slipped: slippedIn(events),
    reason: reason ? { ...reason, envelope: toBytes(reason.envelope) } : null,
    serverRunId: present.a || present.b ? context.serverRun.id : null,
    agreementHash: agreementHash === null ? null : toBytes(agreementHash),
  }
}
