import type { Snapshot } from '@turnstone/check-in'
import type { CameToRest, Evening } from '@/features/jottings/client'
import { problemOf } from '@/lib/errors'
import { isSame } from '@/lib/same'
import { isOpenStep } from './agenda'
import { isGone } from './door-of'
import type { Inside } from './inside'
import type { SessionState } from './session-state'
import { turnOf } from './turn-of'
import { unheard } from './unheard'

/** Where it is kept, sealed, until a check-in is over; tests bring their own. */
export interface EveningPorts {
  /** The check-ins that this device has not put away. */
  all(): Promise<readonly string[]>
  of(checkInId: string): Promise<Evening | null>
  note(evening: Evening): Promise<void>
  /** It is over: what rested goes to my shelf, and with it what it was set down with. */
  putAway(checkInId: string, setDown: CameToRest | null): Promise<void>
}

/** What this page has seen come to rest: after our word, after two yeses to another topic, and where the last pause was. */
export type Rests = Omit<Evening, 'checkInId'>

/**
 * The topics that rest in this check-in. Each device makes the same of the same events; what it has seen outlives a reload,
 * and goes to its person's shelf at the end and never before: a write at our word would tell an operator of it.
 */
export function restingOf({ ports, state, set }: Inside) {
  let noted: Evening | null = null
  let hasRead = false
  let last: Promise<unknown> = Promise.resolve()
  const next = (work: () => Promise<void>) => {
    last = last.then(work).catch(unheard)
  }

  function see(): void {
    const { rests } = state()
    const now = restsOf(state())
    if (!isSame(now, rests)) set({ rests: now })
    note()
  }

  /** Every check-in that has begun has its note, with something in it or not. */
  function note(): void {
    const { room, vault, rests, device } = state()
    const snapshot = device.latest?.snapshot
    if (!hasRead || !room || vault !== 'open' || !snapshot || !isKept(snapshot)) return
    if (snapshot.phase.kind === 'ended') return
    const evening = { checkInId: room.checkInId, ...rests }
    if (isSame(evening, noted)) return
    noted = evening
    next(() => ports.evenings.note(evening))
  }

  /** Those that ended while this device looked away. */
  async function putEarlierAway(current: string): Promise<void> {
    for (const checkInId of await ports.evenings.all()) {
      if (checkInId === current) continue
      const snapshot = await lastOf(checkInId)
      if (snapshot === 'gone') await ports.evenings.putAway(checkInId, null)
      else if (snapshot.phase.kind === 'ended') await ports.evenings.putAway(checkInId, setDownIn(checkInId, snapshot))
    }
  }

  async function lastOf(checkInId: string): Promise<Snapshot | 'gone'> {
    try {
      return (await ports.fetchCheckIn(checkInId)).snapshot
    } catch (thrown) {
      if (isGone(problemOf(thrown).code)) return 'gone'
      throw thrown
    }
  }

  return {
    see,

    /** The key is here, and which check-in this is: what was seen before a reload counts again. */
    open(checkInId: string): void {
      if (hasRead) return
      next(async () => {
        const before = await ports.evenings.of(checkInId)
        hasRead = true
        if (before) {
          const { rested, stoppedAt, byWord } = state().rests
          set({
            rests: {
              rested: joined(before.rested, rested),
              stoppedAt: stoppedAt ?? before.stoppedAt,
              byWord: byWord ?? before.byWord,
            },
          })
        }
        see()
        await putEarlierAway(checkInId)
      })
    },

    /** The jotting that this turn is about. */
    bring(jottingId: string): void {
      const turn = turnOf(state().device.latest?.snapshot)
      if (turn !== null) set({ brought: { ...state().brought, [turn]: jottingId } })
    },

    over(last: Snapshot): void {
      const { room } = state()
      if (room) next(() => ports.evenings.putAway(room.checkInId, setDownIn(room.checkInId, last)))
    },
  }
}

/**
 * A practice has no topics, what has not begun had none yet, and a repair talk has a way of its own to be gone on with, or
 * closed for good.
 */
const isKept = ({ plan, openedAtMs }: Snapshot): boolean =>
  !plan.practice && plan.repair === null && openedAtMs !== null

function restsOf(state: SessionState): Rests {
  const { rests, device, wordEpochs } = state
  const snapshot = device.latest?.snapshot
  if (!snapshot || !isKept(snapshot)) return rests
  const { phase, redirectedIn, lastResume } = snapshot
  const here = topicIn(state, snapshot, turnOf(snapshot))
  if (phase.kind === 'frozen') {
    const isOurWord = wordEpochs.some((epoch) => epoch > (lastResume?.freezeEpoch ?? 0))
    return { ...rests, stoppedAt: here ?? rests.stoppedAt, byWord: isOurWord ? here : null }
  }
  // What was called a slip sets nothing down.
  const byWord = lastResume?.of === 'slip' && phase.kind !== 'ended' ? null : rests.byWord
  const sinceWord = phase.kind === 'returning' && wordEpochs.includes(phase.freezeEpoch) ? here : null
  const came = [byWord, sinceWord, topicIn(state, snapshot, redirectedIn)]
  const rested = joined(
    rests.rested,
    came.flatMap((one) => one ?? []),
  )
  return { ...rests, rested, byWord: null }
}

/** For a device that did not see where the pause stopped it: the last turn that was granted, or the first one's breath. */
function setDownIn(checkInId: string, snapshot: Snapshot): CameToRest | null {
  const { phase, turns } = snapshot
  if (phase.kind !== 'ended' || !phase.setDown || !isKept(snapshot)) return null
  return topicIn({ room: { checkInId }, brought: {} }, snapshot, Math.max(1, turns))
}

interface Knows {
  readonly room: { readonly checkInId: string } | null
  readonly brought: SessionState['brought']
}

/** What a turn is about. Its date is the check-in's: no moment within it is kept. */
function topicIn({ room, brought }: Knows, snapshot: Snapshot, turn: number | null): CameToRest | null {
  if (!room || turn === null || snapshot.openedAtMs === null) return null
  const { plan, way } = snapshot
  const steps = (way === 'table' ? plan.tableTurns : plan.turns)[turn - 1]?.steps ?? []
  const step = steps.find(isOpenStep) ?? steps[0]
  if (step === undefined) return null
  const { checkInId } = room
  const restingId = `${checkInId}.${turn}`
  return { restingId, checkInId, step, sinceMs: snapshot.openedAtMs, jottingId: brought[turn] ?? null }
}

const joined = (before: readonly CameToRest[], now: readonly CameToRest[]): readonly CameToRest[] =>
  [...before, ...now].filter(
    (one, index, all) => all.findIndex(({ restingId }) => restingId === one.restingId) === index,
  )
