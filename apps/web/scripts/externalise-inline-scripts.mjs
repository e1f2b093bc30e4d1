// Moves the inline scripts of prerendered pages into files named by their content, so that `script-src 'self'` is
// enough and the pages stay cacheable: a nonce would make every page dynamic.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g
const DATA_SCRIPT = /\btype="application\/(ld\+)?json"/
const NAME_LENGTH = 20
const FIRST_FOLDER = new URL('../src/unbundled/first/', import.meta.url)
/** Trusted Types come first: Next's own scripts may run as soon as they are there. */
const FIRST_PARTS = ['trusted-types.js', 'left.js', 'early.js', 'look.js']

/**
 * @param {string} dist the `.next` folder that will be served
 * @param {string} build this build's name, which every page carries
 * @returns {{ pages: number, scripts: number }} how much was done
 */
export function externaliseInlineScripts(dist, build) {
  const pagesFolder = join(dist, 'server', 'app')
  const scriptsFolder = join(dist, 'static', 'inline')
  mkdirSync(scriptsFolder, { recursive: true })
  const first = firstScript()
  writeFileSync(join(dist, 'static', first.name), first.body)
  const head = `<head><meta name="turnstone-build" content="${build}"><script src="/_next/static/${first.name}"></script>`

  const pages = readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const scripts = new Set()
  for (const page of pages) {
    const file = join(pagesFolder, page)
    const { html, bodies } = rewrite(readFileSync(file, 'utf8'), head)
    for (const [name, body] of bodies) writeFileSync(join(scriptsFolder, name), body)
    for (const [name] of bodies) scripts.add(name)
    writeFileSync(file, html)
  }
  return { pages: pages.length, scripts: scripts.size }
}

/** @param {string} original @param {string} head how the page's head begins */
function rewrite(original, head) {
  /** @type {Map<string, string>} */
  const bodies = new Map()
  const html = original.replace(
    INLINE_SCRIPT,
    (whole, /** @type {string} */ attributes, /** @type {string} */ body) => {
      if (DATA_SCRIPT.test(attributes)) return whole
      const name = nameOf(body)
      bodies.set(name, body)
      return `<script${attributes} src="/_next/static/inline/${name}"></script>`
    },
  )
  if (!html.includes('<head>')) throw new Error('a page without <head>: the first script has no place in it')
  return { html: html.replace('<head>', head), bodies }
}

/** What runs before anything of a page is shown: each part by itself, in one file. */
function firstScript() {
  const parts = FIRST_PARTS.map((part) => readFileSync(new URL(part, FIRST_FOLDER), 'utf8'))
  const body = parts.map((part) => `;(() => {\n${part}})()\n`).join('')
  return { name: `first-${nameOf(body)}`, body }
}

/** @param {string} body */
const nameOf = (body) => `${createHash('sha256').update(body).digest('hex').slice(0, NAME_LENGTH)}.js`
