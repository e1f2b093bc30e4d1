// Makes couples for end-to-end tests, which may not import source: over an IPC channel it is told where the house is,
// and answers with what the two type to sign in. Everything is done as their apps would do it, with real keys.
import { DEFAULT_RULES } from '@turnstone/check-in'
import { link, pagesCookie, ScriptedPartner } from '../src/index.ts'

interface Wish {
  readonly url: string
  readonly names: readonly [string, string]
  readonly password: string
  /** The word both have signed; without one they are linked and no more. */
  readonly ourWord?: string
  /** What they have written before: the drawer's pages, thank-yous, and copies that were shared. */
  readonly kept?: readonly { by: string; sort: 'page' | 'thanks' | 'copy'; daysAgo: number; text: string }[]
}

const DAY_MS = 24 * 60 * 60_000

async function moveIn({ url, names, password, ourWord, kept = [] }: Wish) {
  const [first, second] = await Promise.all(
    names.map((name) => ScriptedPartner.signUp(url, name, pagesCookie(url), { password })),
  )
  if (!first || !second) throw new Error('a couple is two people')
  await link(first, second)
  if (ourWord !== undefined) {
    await first.propose(DEFAULT_RULES, ourWord)
    await second.signAgreement()
  }
  const people = [first, second]
  for (const person of people) residents.set(person.email, person)
  for (const { by, sort, daysAgo, text } of kept) {
    const writer = by === first.name ? first : second
    const writtenAtMs = Date.now() - daysAgo * DAY_MS
    if (sort === 'page') await writer.savePage(text, writtenAtMs)
    else if (sort === 'thanks') await writer.share({ sort, text, writtenAtMs })
    else await writer.share({ sort: 'page', text, writtenAtMs, sharedAtMs: writtenAtMs })
  }
  await Promise.all(people.map((person) => person.signOut()))
  return people.map(({ name, email, sheet }) => ({ name, email, password, ...sheet }))
}

/** One of them changes the agreement alone, in a way that their app would refuse. */
interface Deed {
  readonly url: string
  readonly email: string
  readonly words: object
}

const residents = new Map<string, ScriptedPartner>()

async function amend({ url, email, words }: Deed): Promise<void> {
  const person = residents.get(email)
  if (!person) throw new Error(`${email} does not live here`)
  await person.signIn(pagesCookie(url))
  await person.amend({ words })
  await person.signOut()
}

process.on('message', async (asked: Wish | Deed) => {
  try {
    if ('email' in asked) process.send?.({ done: await amend(asked).then(() => true) })
    else process.send?.({ people: await moveIn(asked) })
  } catch (error) {
    process.send?.({ failed: error instanceof Error ? `${error.message}\n${error.stack}` : String(error) })
  }
})
