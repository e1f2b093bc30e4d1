import type { Inside } from './inside'
import { isEmpty, sealedText } from './reentry'
import type { SessionState } from './session-state'
import { turnOf } from './turn-of'
import { unheard } from './unheard'
import type { CheckInActions } from './view'

type Reentering = Pick<CheckInActions, 'reenter' | 'goOn'>
type Through = NonNullable<SessionState['through']>

/** Coming back from a pause: my line or none, and that I am through. What fails here is said, and can be pressed again. */
export function reenteringOf({ ports, state, set, screen, command, look }: Inside): Reentering {
  /** Shown as under way, then as kept; the room may have moved on meanwhile. */
  async function answer(of: Pick<Through, 'freezeEpoch' | 'stage'>, send: () => ReturnType<typeof command>) {
    set({ through: { ...of, state: 'sending' } })
    const ack = await send()
    const overtaken = ack?.ok === false && (ack.error.code === 'not_returning' || ack.error.code === 'ended')
    const { through } = state()
    if (through?.freezeEpoch === of.freezeEpoch && through.stage === of.stage)
      set({ through: { ...of, state: ack?.ok ? 'kept' : overtaken ? 'asked' : 'failed' } })
    if (overtaken) await look()
  }

  async function sealed(freezeEpoch: number, words: Parameters<Reentering['reenter']>[0]['words']) {
    const { room, device } = state()
    const turn = turnOf(device.latest?.snapshot)
    if (room === null || turn === null) return null
    const lineId = ports.newId()
    const text = sealedText(freezeEpoch, words)
    const { checkInId } = room
    const { envelope } = await ports.vault.sealUtterance({ checkInId, utteranceId: lineId, turn, text })
    return { lineId, envelope }
  }

  return {
    reenter: ({ words, another }) => {
      const shown = screen()
      if (shown.kind !== 'returning' || shown.stage !== 'saying') return
      const { freezeEpoch } = shown
      void answer({ freezeEpoch, stage: 'saying' }, async () => {
        try {
          const line = isEmpty(words) ? undefined : await sealed(freezeEpoch, words)
          if (line === null) return null
          return await command({ type: 'reenter', freezeEpoch, ...(line && { line }), another })
        } catch (thrown) {
          // The key is not here, or its worker starts again: nothing went out, and the words stay where they are.
          unheard(thrown)
          return null
        }
      })
    },
    goOn: () => {
      const shown = screen()
      if (shown.kind !== 'returning') return
      const { freezeEpoch, stage } = shown
      void answer({ freezeEpoch, stage }, () => command({ type: 'goOn', freezeEpoch, stage }))
    },
  }
}
