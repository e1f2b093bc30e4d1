import type { Ack } from '@turnstone/protocol'
import type { Inside } from './inside'
import type { CommandBody } from './send-command'
import { initialState, type Room } from './session-state'
import type { CheckInActions } from './view'

type Answers = Pick<CheckInActions, 'willing' | 'notToday' | 'askAgain' | 'ready' | 'notYet'>

/** The private answers before a check-in opens and while it is paused. This page remembers that one was kept, not which. */
export function answersOf({ ports, state, set, screen, command, look, keysAreHere }: Inside): Answers {
  async function answerToday(bodyFor: (planEpoch: number) => CommandBody): Promise<void> {
    const { snapshot } = state().device.latest ?? {}
    if (!snapshot) return
    const { planEpoch, freezeEpoch } = snapshot
    set({ willing: { planEpoch, freezeEpoch, state: 'sending' } })
    const ack = await command(bodyFor(planEpoch))
    const overtaken = ack?.ok === false && (ack.error.code === 'already_open' || ack.error.code === 'stale_plan')
    set({ willing: { planEpoch, freezeEpoch, state: ack?.ok || overtaken ? 'kept' : 'failed' } })
    if (overtaken) await look()
  }

  async function answerReady(type: 'ready' | 'notYet'): Promise<void> {
    const shown = screen()
    const { room } = state()
    if (!room || shown.kind !== 'frozen' || shown.epoch === null) return
    const { epoch, rung } = shown
    set({ ready: { epoch, rung, state: 'sending' } })
    const ack = type === 'ready' ? await goOn(room, epoch, rung) : await command({ type })
    const { ready } = state()
    if (ready.epoch === epoch && ready.rung === rung)
      set({ ready: { epoch, rung, state: ack?.ok ? 'kept' : 'failed' } })
    // Another pause, or the next look, has voided this answer; the screen then asks anew.
    if (ack?.ok === false && ack.error.code === 'stale_freeze_epoch') await look()
  }

  /** Null where this device cannot sign: said, not swallowed, and the screen names beside it what is missing. */
  async function goOn({ checkInId, agreementHash }: Room, freezeEpoch: number, rung: number): Promise<Ack | null> {
    if (!(await keysAreHere()) || state().door === 'tampered') return null
    const { signature } = await ports.vault.signReady({ checkInId, freezeEpoch, rung, agreementHash })
    return command({ type: 'ready', freezeEpoch, rung, signature })
  }

  return {
    willing: (how) => void answerToday((planEpoch) => ({ type: 'willing', planEpoch, ...how, zone: ports.zone() })),
    notToday: () => void answerToday(() => ({ type: 'notToday' })),
    askAgain: () => set({ willing: initialState.willing }),
    ready: () => void answerReady('ready'),
    notYet: () => void answerReady('notYet'),
  }
}
