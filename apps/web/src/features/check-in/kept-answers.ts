import type { ErrorCode } from '@turnstone/protocol'
import type { Inside } from './inside'
import type { CommandBody } from './send-command'
import { initialState, type Owed } from './session-state'
import type { CheckInActions } from './view'

type What = keyof Owed

const AGAIN_MS = 2_000

/** The server has not decided about it: it is sent again, under the same id. */
const UNDECIDED: readonly ErrorCode[] = ['database_away', 'too_many_requests']

/**
 * Private answers in a running check-in: back from a minute, and how it is. They move nothing by themselves and mean the
 * same a moment later, so that a press is kept over a lost connection and sent on return, while what it was for stands.
 */
export function keptAnswersOf({ ports, state, set, screen, command, look }: Inside) {
  const underWay = new Set<What>()
  const triedAtMs = new Map<What, number>()

  const owe = (change: Partial<Owed>) => set({ owed: { ...state().owed, ...change } })

  async function deliver(what: What, commandId: string, body: CommandBody, onKept: () => void): Promise<void> {
    const isTooSoon = ports.nowMs() - (triedAtMs.get(what) ?? Number.NEGATIVE_INFINITY) < AGAIN_MS
    if (underWay.has(what) || isTooSoon) return
    underWay.add(what)
    triedAtMs.set(what, ports.nowMs())
    const ack = await command(body, commandId)
    underWay.delete(what)
    if (state().owed[what]?.commandId !== commandId) return
    if (ack === null || (!ack.ok && UNDECIDED.includes(ack.error.code))) return
    triedAtMs.delete(what)
    owe({ [what]: null })
    if (ack.ok) onKept()
    else await look()
  }

  /** Sends what waits, where what it was for still stands; the rest is void, and the screen asks anew if need be. */
  function goOn(): void {
    const shown = screen()
    if (shown.kind !== 'live') return
    const { back, comfort } = state().owed
    const { asides } = shown.snapshot
    if (back && (shown.clock !== 'aside' || back.aside !== asides)) owe({ back: null })
    else if (back)
      void deliver('back', back.commandId, { type: 'back', aside: back.aside }, () => set({ backFrom: back.aside }))
    if (comfort)
      void deliver('comfort', comfort.commandId, { type: 'comfort', answer: comfort.answer }, () =>
        set({ comfortAnswered: true }),
      )
  }

  function give(change: Partial<Owed>): void {
    owe(change)
    goOn()
  }

  const actions: Pick<CheckInActions, What> = {
    back: () => {
      const { device, owed } = state()
      const { snapshot } = device.latest ?? {}
      if (snapshot?.phase.kind !== 'running' || snapshot.phase.clock !== 'aside' || owed.back) return
      give({ back: { commandId: ports.newId(), aside: snapshot.asides } })
    },
    comfort: (answer) => give({ comfort: { commandId: ports.newId(), answer } }),
  }

  /** A pause or the end: what was asked is asked again, or not at all. */
  const forget = () => {
    const { back, comfort } = state().owed
    if (back || comfort) set({ owed: initialState.owed })
  }

  return { actions, goOn, forget }
}
