import { flushOutbox, onJournalChange, sealedLiving, sendAbout } from '@/features/journal/client'
import { hear, keepAbout, loadPartnership, onSteppingBack, readAbout } from '@/features/partnership/client'
import { problemOf } from '@/lib/errors'
import { localDb } from '@/lib/local-db'
import { onReturn } from '@/lib/on-return'
import type { About } from '@/vault/about'
import { vault } from '@/vault/client'

/* Two people tell each other their names through the living room: sealed for both, signed by who is called so. */

/** How far this device has heard. */
const HEARD = 'about.heard'

interface Heard {
  readonly partnershipId: string
  readonly cursor: string
}

export type Given = Pick<About, 'name' | 'words'>

/** How a change stands: with nobody to tell, with the partner's mailbox, or waiting on this device. */
export type Said = 'kept' | 'sent' | 'waiting'

export async function say(said: Given): Promise<Said> {
  await keepAbout(said)
  const partnership = await loadPartnership()
  if (partnership.kind !== 'linked') return 'kept'
  const about = await readAbout()
  if (!about) return 'kept'
  return (await sendAbout(about)) === 'empty' ? 'sent' : 'waiting'
}

/** Tells the partner what they may not have been told, hears what they say, and goes on doing so. Returns what stops it. */
export function keepTelling(): () => void {
  const tell = () => void navigator.locks.request('turnstone.about', tellAndHear)
  tell()
  const stops = [onJournalChange(tell), onReturn(tell), onSteppingBack(() => void flushOutbox())]
  return () => {
    for (const stop of stops) stop()
  }
}

async function tellAndHear(): Promise<void> {
  try {
    const partnership = await loadPartnership()
    if (partnership.kind !== 'linked') return
    const { partnershipId } = partnership
    const entries = await sealedLiving(partnershipId)
    await hearNew(partnershipId, entries)
    const about = await readAbout()
    if (!about) return
    const { entryId } = await vault.journal.aboutEntryId({ id: about.id })
    if (!entries.some((one) => one.entryId === entryId)) await sendAbout(about)
  } catch (thrown) {
    // No connection, a closed vault, another device at the same moment: the next time is soon.
    if (problemOf(thrown).code === 'unexpected') throw thrown
  }
}

async function hearNew(partnershipId: string, entries: Awaited<ReturnType<typeof sealedLiving>>): Promise<void> {
  const heard = (await localDb.get('meta', HEARD)) as Heard | undefined
  const from = heard?.partnershipId === partnershipId ? entries.findIndex(({ cursor }) => cursor === heard.cursor) : -1
  const news = entries.slice(from + 1)
  const last = news.at(-1)
  if (!last) return
  await hear(partnershipId, news)
  await localDb.put('meta', { partnershipId, cursor: last.cursor } satisfies Heard, HEARD)
}
