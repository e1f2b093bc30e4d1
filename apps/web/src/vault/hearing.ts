import { VaultError } from '@turnstone/vault'
import { type About, newerAbout } from './about'
import { journal, type Received } from './journal'

/**
 * The newest of what the partner says of themselves: in these entries of the living room, or known before. What does not
 * open, or is somebody else's, says nothing about them.
 */
export async function heardAbout(of: {
  entries: readonly Received[]
  partnerId: string
  before: About | null
}): Promise<About | null> {
  const theirs = of.entries.filter(({ authorId }) => authorId === of.partnerId)
  const heard = await Promise.all(theirs.map(aboutIn))
  return heard.reduce(newerAbout, of.before)
}

async function aboutIn(entry: Received): Promise<About | null> {
  try {
    const living = await journal.openLiving(entry)
    if (living.sort === 'record' || living.shared.sort !== 'about') return null
    const { sort: _, ...about } = living.shared
    return about
  } catch (thrown) {
    if (thrown instanceof VaultError && thrown.code === 'keyring_locked') throw thrown
    // The journal shows it as what cannot be read.
    return null
  }
}
