import type { Inside } from './inside'

const AGAIN_MS = 3_000

/** One person's, final; tried until it is heard. */
export function endOf({ ports, set, command, look, isShown }: Inside): () => void {
  async function end(commandId: string): Promise<void> {
    set({ ending: 'sending' })
    const ack = await command({ type: 'end' }, commandId)
    if (ack?.ok || ack?.error.code === 'ended') {
      await look()
      return
    }
    set({ ending: 'failed' })
    const again = ports.every(AGAIN_MS, () => {
      again()
      if (isShown()) void end(commandId)
    })
  }
  return () => void end(ports.newId())
}
