import type { Screen } from '@turnstone/check-in'
import type { Inside } from './inside'
import type { SessionState } from './session-state'
import type { CheckInActions, SlipView } from './view'

/**
 * It was a slip: said by whoever made the pause with a gesture, and then by the other. Each signs it; staying paused is
 * the absence of that, and sends nothing.
 */
export function slipActionsOf({
  ports,
  state,
  set,
  screen,
  command,
  look,
}: Inside): Pick<CheckInActions, 'slip' | 'stayPaused'> {
  async function say(): Promise<void> {
    const shown = screen()
    const { room } = state()
    if (!room || shown.kind !== 'frozen' || shown.epoch === null || slipView(state(), shown).what === 'none') return
    const { epoch } = shown
    const { checkInId, agreementHash } = room
    set({ slip: { epoch, state: 'sending' } })
    const { signature } = await ports.vault.signSlip({ checkInId, freezeEpoch: epoch, agreementHash })
    const ack = await command({ type: 'slip', freezeEpoch: epoch, signature })
    // What was heard shows with the next state, and not before.
    if (ack?.ok || state().slip.epoch !== epoch) return
    const isOver = ack?.error.code === 'no_slip' || ack?.error.code === 'stale_freeze_epoch'
    set({ slip: { epoch, state: isOver ? 'leftAlone' : 'failed' } })
    if (isOver) await look()
  }

  return {
    slip: () => void say(),
    stayPaused: () => {
      const shown = screen()
      if (shown.kind === 'frozen') set({ slip: { epoch: shown.epoch, state: 'leftAlone' } })
    },
  }
}

/** Nothing is offered that could not be signed, or not be checked. */
export function slipView(
  { slip, room, vault, door }: SessionState,
  { slip: shown, epoch }: Extract<Screen, { kind: 'frozen' }>,
): SlipView {
  const mine = slip.epoch === epoch ? slip.state : 'open'
  if (!room || shown.kind === 'none' || vault !== 'open' || door === 'tampered' || mine === 'leftAlone') return NO_SLIP
  if (shown.kind === 'callable') return { what: 'mayBe', saying: mine }
  return shown.by === room.seat ? { what: 'said' } : { what: 'asked', saying: mine }
}

export const NO_SLIP: SlipView = { what: 'none' }
