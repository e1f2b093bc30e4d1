import { compilePhrases, type PhraseMatcher } from '@turnstone/check-in'
import { agreementFor } from '@/features/agreement/client'
import { eveningOf, evenings, noteEvening, putEveningAway } from '@/features/jottings/client'
import { keepSaid, recordEnded, saveLine } from '@/features/journal/client'
import { noteBreak } from '@/lib/asked-pause'
import { vault } from '@/vault/client'
import { attend, beat, fetchCheckIn, listen, reconnect, sendOverHttp, sendOverSocket } from './client'
import { pendingPauses } from './pending-pauses'
import type { Ports } from './ports'

/** The real world of a session. `onOurWord` is told the word once the agreement could be opened and verified. */
export function browserPorts(onOurWord: (ourWord: PhraseMatcher) => void): Ports {
  return {
    nowMs: () => performance.now(),
    newId: () => crypto.randomUUID(),
    zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    every(ms, work) {
      const timer = setInterval(work, ms)
      return () => clearInterval(timer)
    },
    fetchCheckIn,
    sendOverSocket,
    sendOverHttp,
    attend,
    beat,
    listen,
    reconnect,
    vault: vault.checkIn,
    async isGenuineAgreement(hash, seat) {
      const { ourWord, knows } = await agreementFor(seat)
      onOurWord(ourWord)
      return knows(hash)
    },
    pending: pendingPauses,
    keepSaid,
    saveLine,
    recordEnded,
    evenings: { all: evenings, of: eveningOf, note: noteEvening, putAway: putEveningAway },
    noteBreak,
    reload: () => location.reload(),
  }
}

export const NO_WORD: PhraseMatcher = compilePhrases([])
