import type { Inside } from './inside'
import type { CheckInActions } from './view'

const AGAIN_MS = 3_000

/** One person's, final; tried until it is heard. */
export function endingOf({ ports, set, command, look, isShown }: Inside): Pick<CheckInActions, 'end' | 'nothingMore'> {
  async function say(type: 'end' | 'nothingMore', commandId: string): Promise<void> {
    const how = type === 'end' ? 'ending' : 'closing'
    set({ [how]: 'sending' })
    const ack = await command({ type }, commandId)
    if (ack?.ok || ack?.error.code === 'ended' || ack?.error.code === 'no_talk') {
      await look()
      return
    }
    set({ [how]: 'failed' })
    const again = ports.every(AGAIN_MS, () => {
      again()
      if (isShown()) void say(type, commandId)
    })
  }
  return {
    end: () => void say('end', ports.newId()),
    nothingMore: () => void say('nothingMore', ports.newId()),
  }
}
