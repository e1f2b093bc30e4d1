// @ts-check
import { forRouterOf } from './rules.js'

/* One build's pages and files, complete or not at all. */

const PREFIX = 'turnstone-'
/** Few at a time: whoever is looking at the page comes first. */
const AT_ONCE = 4

/** @param {string} build */
export const shelfName = (build) => PREFIX + build

/**
 * Puts everything on this build's shelf. Files are named by their content, so what an older shelf has is taken over.
 * @param {string} build
 * @param {import('./rules.js').Kept} kept
 */
export async function fillShelf(build, { pages, files, unseen }) {
  const shelf = await caches.open(shelfName(build))
  const waiting = [
    ...files.map((url) => ({ url, from: url, named: isNamedByContent(url), headers: {} })),
    ...pages.map((url) => ({ url, from: url, named: false, headers: {} })),
    // An empty `_rsc` is the router's own way of saying that no other header tells what it wants.
    ...unseen.map((page) => ({ url: forRouterOf(page), from: `${page}?_rsc=`, named: false, headers: { rsc: '1' } })),
  ]
  const take = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const known = next.named ? await caches.match(next.url) : undefined
      await shelf.put(next.url, known ?? (await bring(next)))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
}

/** @param {{ from: string, named: boolean, headers: Record<string, string> }} what */
async function bring({ from, named, headers }) {
  const response = await fetch(from, { cache: named ? 'default' : 'no-cache', credentials: 'omit', headers })
  if (!response.ok || response.redirected) throw new Error(`${from}: ${response.status}`)
  return response
}

/** @param {string} url */
const isNamedByContent = (url) => url.startsWith('/_next/static/')

/**
 * Keeps this build's shelf and the one before it: pages of that build may still be open, and ask for its files.
 * @param {string} build
 */
export async function clearShelves(build) {
  const ours = (await caches.keys()).filter((name) => name.startsWith(PREFIX))
  const before = ours.filter((name) => name !== shelfName(build)).at(-1)
  for (const name of ours) if (name !== shelfName(build) && name !== before) await caches.delete(name)
}
