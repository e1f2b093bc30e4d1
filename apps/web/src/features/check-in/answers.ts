import type { Inside } from './inside'
import type { CommandBody } from './send-command'
import { initialState } from './session-state'
import type { CheckInActions } from './view'

type Answers = Pick<CheckInActions, 'willing' | 'notToday' | 'askAgain' | 'ready' | 'notYet'>

/** The private answers before a check-in opens and while it is paused. This page remembers that one was kept, not which. */
export function answersOf({ ports, state, set, screen, command, look }: Inside): Answers {
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
    const { room, vault, door } = state()
    if (!room || shown.kind !== 'frozen' || shown.epoch === null) return
    const { epoch, rung } = shown
    if (type === 'ready' && (vault === 'locked' || door === 'tampered')) {
      // Said, not swallowed: the screen names what is missing beside it.
      set({ ready: { epoch, rung, state: 'failed' } })
      return
    }
    set({ ready: { epoch, rung, state: 'sending' } })
    const ack = await command(type === 'ready' ? await signedReady(room, epoch, rung) : { type })
    const { ready } = state()
    if (ready.epoch === epoch && ready.rung === rung)
      set({ ready: { epoch, rung, state: ack?.ok ? 'kept' : 'failed' } })
    // Another pause, or the next look, has voided this answer; the screen then asks anew.
    if (ack?.ok === false && ack.error.code === 'stale_freeze_epoch') await look()
  }

  async function signedReady(
    { checkInId, agreementHash }: { checkInId: string; agreementHash: string },
    freezeEpoch: number,
    rung: number,
  ) {
    const { signature } = await ports.vault.signReady({ checkInId, freezeEpoch, rung, agreementHash })
    return { type: 'ready' as const, freezeEpoch, rung, signature }
  }

  return {
    willing: (how) => void answerToday((planEpoch) => ({ type: 'willing', planEpoch, ...how, zone: ports.zone() })),
    notToday: () => void answerToday(() => ({ type: 'notToday' })),
    askAgain: () => set({ willing: initialState.willing }),
    ready: () => void answerReady('ready'),
    notYet: () => void answerReady('notYet'),
  }
}
