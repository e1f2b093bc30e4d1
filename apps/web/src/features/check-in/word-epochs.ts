import type { ResumeProof } from '@turnstone/check-in'
import type { FreezeReason } from '@turnstone/protocol'
import type { Inside } from './inside'
import { unheard } from './unheard'

/** Which freezes our word has caused, as their sealed reasons say. One that was a slip was caused by nothing. */
export function wordEpochsOf({ ports, state, set }: Pick<Inside, 'ports' | 'state' | 'set'>) {
  const slipped = new Set<number>()

  async function take(reasons: readonly FreezeReason[]): Promise<void> {
    const { room, vault } = state()
    if (!room || vault !== 'open') return
    for (const { freezeEpoch, envelope } of reasons) {
      if (state().wordEpochs.includes(freezeEpoch)) continue
      try {
        const { reason } = await ports.vault.openReason({ checkInId: room.checkInId, envelope })
        if (reason === 'word' && !slipped.has(freezeEpoch)) set({ wordEpochs: [...state().wordEpochs, freezeEpoch] })
      } catch (thrown) {
        // A reason that cannot be read is a pause without one; the freeze does not depend on it.
        unheard(thrown)
      }
    }
  }

  /** After a resume that both have signed. */
  function resumed({ of, freezeEpoch }: ResumeProof): void {
    if (of !== 'slip' || slipped.has(freezeEpoch)) return
    slipped.add(freezeEpoch)
    set({ wordEpochs: state().wordEpochs.filter((epoch) => epoch !== freezeEpoch) })
  }

  return { take, resumed }
}
