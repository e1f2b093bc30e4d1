// Writes /sw.js: the worker's own source with the list of what this build made. Every build has another list, or at
// least another name, so that browsers see that there is something new.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'

const SOURCE = new URL('../src/unbundled/service-worker/', import.meta.url)
const PARTS = ['rules.js', 'shelf.js', 'notices.js', 'pushed.js', 'worker.js']
/** What Next made for itself: no page of anybody's. */
const NOT_A_PAGE = /^\/_/
/** Opened from the shelf also while there is a network: nobody may learn that somebody looks for help. */
const UNSEEN = /^\/[a-z]{2}\/help$/
const KEPT_FILES = /\.(js|css|woff2)$/
/** Of the files that keep their names, those that a page without network shows. */
const KEPT_PUBLIC = /^\/(measures\/|icons\/[^/]+\.svg$)/

/**
 * @param {string} standalone the folder that will be served
 * @param {string} build this build's name
 * @returns {{ pages: number, files: number }} how much the worker keeps
 */
export function writeServiceWorker(standalone, build) {
  const pages = htmlPages(join(standalone, '.next', 'server', 'app'))
  const files = [
    ...under(join(standalone, '.next', 'static'))
      .filter((path) => KEPT_FILES.test(path))
      .map((path) => `/_next/static${path}`),
    ...under(join(standalone, 'public')).filter((path) => KEPT_PUBLIC.test(path)),
  ]
  const unseen = pages.filter((path) => UNSEEN.test(path))
  if (unseen.length === 0) throw new Error('no page is opened unseen: the help lines have moved')
  const kept = JSON.stringify({ pages, files, unseen })
  const source = PARTS.map((part) => withoutModules(readFileSync(new URL(part, SOURCE), 'utf8'))).join('\n')
  for (const place of ['__BUILD__', '__KEPT__']) if (!source.includes(place)) throw new Error(`no ${place} in sw.js`)
  const script = source.replace('__BUILD__', build).replace('__KEPT__', () => kept)
  writeFileSync(join(standalone, 'public', 'sw.js'), script)
  return { pages: pages.length, files: files.length }
}

/** Not every browser we serve takes modules here: the parts become one script. @param {string} source */
const withoutModules = (source) => source.replace(/^import .*\n/gm, '').replace(/^export /gm, '')

/** @param {string} folder */
function htmlPages(folder) {
  const paths = under(folder).filter((path) => path.endsWith('.html'))
  return paths.map((path) => path.slice(0, -'.html'.length)).filter((path) => !NOT_A_PAGE.test(path))
}

/** Paths of the files in a folder, from there on, as addresses. @param {string} folder */
function under(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return files.map((file) => file.slice(folder.length).split(sep).join('/')).sort()
}
