import type { ResumeProof } from '@turnstone/check-in'
import type { Ports } from './ports'
import type { Room } from './session-state'

/** What the vault said of each resume; the same proof comes with every snapshot after it and is checked once. */
export class ResumeProofs {
  readonly #vault: Pick<Ports['vault'], 'verifyResume'>
  readonly #known = new Map<string, Promise<boolean>>()

  constructor(vault: Pick<Ports['vault'], 'verifyResume'>) {
    this.#vault = vault
  }

  holds(
    { of, freezeEpoch, rung, signatures }: ResumeProof,
    { checkInId, agreementHash, seat }: Room,
  ): Promise<boolean> {
    const key = [of, checkInId, agreementHash, freezeEpoch, rung, signatures.a, signatures.b].join('\n')
    const known = this.#known.get(key)
    if (known) return known
    const asked = this.#vault.verifyResume({ of, checkInId, agreementHash, freezeEpoch, rung, seat, signatures })
    this.#known.set(key, asked)
    // No answer is not a "no": it is asked again with the next snapshot.
    asked.catch(() => this.#known.delete(key))
    return asked
  }
}
