import { expect } from 'vitest'
import { type CheckInEvent, type Seat, viewOf } from '../src/index.ts'
import type { Happening, History } from './histories.ts'

const TENFOLD = 10

type State = 'before' | 'moving' | 'aside' | 'frozen' | 'returning' | 'ended'

/** An onlooker's own account of the floor, from true time, events and snapshots alone. Null: no time runs out. */
export class FloorAccount {
  readonly #rules: History['rules']
  readonly #owedMs = { a: 0, b: 0 }
  readonly givenMs = { a: 0, b: 0 }
  piece: 'none' | 'breath' | 'turn' | 'grace' | 'reflection' | 'closing' = 'none'
  leftMs: number | null = null
  #keptMs: number | null = null
  #present = { a: false, b: false }
  #state: State = 'before'
  #interrupted: State = 'before'
  #slower = false
  #lastMs = 0
  #snapshot: ReturnType<typeof viewOf> | null = null

  constructor(rules: History['rules']) {
    this.#rules = rules
  }

  /** What each was given and what they still have to get. */
  claimMs(seat: Seat): number {
    return this.givenMs[seat] + this.#owedMs[seat]
  }

  see(happening: Happening): void {
    this.#snapshot = viewOf(happening.step.checkIn, happening.now)
    const counts = this.#state === 'moving' && this.#present.a && this.#present.b
    if (counts && this.leftMs !== null) this.leftMs -= happening.trueMs - this.#lastMs
    this.#lastMs = happening.trueMs
    for (const { event } of happening.step.events) this.#happened(event)
    const { command } = happening.command
    if (command.type === 'presence') this.#present = command.present
  }

  #happened(event: CheckInEvent): void {
    switch (event.type) {
      case 'opened':
        this.#state = 'moving'
        this.#begin('breath', this.#breathMs)
        return
      case 'floorReleased':
        this.#begin('breath', this.#breathMs)
        return
      case 'floorRevoked':
        this.#timeUp('breath', this.#breathMs)
        return
      case 'floorGranted':
        this.#timeUp('turn', this.#budgetFor(event.holder, event.turn))
        return
      case 'graceBegan':
        this.#timeUp('grace', this.#rules.graceMs * (this.#snapshot?.pace === 'tenfold' ? TENFOLD : 1))
        return
      case 'reflectionBegan':
        // Out of a grace nothing is left of the turn, whether it was passed or ran out.
        this.#keptMs = this.piece === 'grace' ? 0 : this.leftMs
        this.#begin('reflection', null)
        return
      case 'turnContinued':
        this.#give(event.holder, event.addedMs)
        this.#begin('turn', this.#keptMs === null ? null : this.#keptMs + event.addedMs)
        return
      case 'moreGranted':
        this.#give(event.holder, event.addedMs)
        this.#begin('turn', (this.piece === 'grace' ? 0 : (this.leftMs ?? 0)) + event.addedMs)
        return
      case 'closingBegan':
        this.#begin('closing', null)
        return
      case 'slowed':
        this.#slower = true
        return
      case 'asideBegan':
        this.#state = 'aside'
        return
      case 'asideEnded':
      case 'cameBack':
        this.#state = 'moving'
        return
      case 'resumed':
        this.#state = this.piece === 'none' ? 'before' : 'returning'
        return
      case 'slipped':
        this.#state = this.#interrupted === 'aside' ? 'moving' : this.#interrupted
        return
      case 'frozen':
        if (this.#state !== 'frozen') this.#interrupted = this.#state
        this.#state = 'frozen'
        return
      case 'ended':
        this.#state = 'ended'
        return
      default: // the floor stays as it is
    }
  }

  get #breathMs(): number {
    return this.#rules.breathMs * (this.#slower ? 2 : 1)
  }

  #budgetFor(holder: Seat, turn: number): number | null {
    if (this.#snapshot === null) throw new Error('nothing was shown')
    const { plan, way, pace } = this.#snapshot
    const plannedMs = (way === 'table' ? plan.tableTurns : plan.turns)[turn - 1]?.turnMs ?? null
    if (plannedMs === null || pace === 'off') return null
    const wholeMs = plannedMs * (pace === 'tenfold' ? TENFOLD : 1) + this.#owedMs[holder]
    this.#owedMs[holder] = 0
    this.givenMs[holder] += wholeMs
    return wholeMs
  }

  #give(holder: Seat, addedMs: number): void {
    this.givenMs[holder] += addedMs
    this.#owedMs[holder === 'a' ? 'b' : 'a'] += addedMs
  }

  #begin(piece: FloorAccount['piece'], leftMs: number | null): void {
    this.piece = piece
    this.leftMs = leftMs
  }

  /** The piece before must have had its whole time; what was waited beyond it counts for the next. */
  #timeUp(next: FloorAccount['piece'], budgetMs: number | null): void {
    expect(this.leftMs).not.toBeNull()
    expect(this.leftMs).toBeLessThanOrEqual(0)
    this.#begin(next, budgetMs === null ? null : budgetMs + (this.leftMs ?? 0))
  }
}
