// Moves the inline scripts of prerendered pages into files named by their content, so that `script-src 'self'` is
// enough and the pages stay cacheable: a nonce would make every page dynamic.

import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const INLINE_SCRIPT = /<script(?![^>]*\bsrc=)([^>]*)>([\s\S]*?)<\/script>/g
const DATA_SCRIPT = /\btype="application\/(ld\+)?json"/
const NAME_LENGTH = 20
const POLICY_FILE = 'trusted-types.js'

// The page loader and serviceWorker.register() hand bare text to the browser. The default policy lets our own
// scripts through, and nothing else.
const DEFAULT_POLICY = `globalThis.trustedTypes?.createPolicy('default', {
  createScriptURL(text) {
    const url = new URL(text, location.origin)
    const isOurs = url.origin === location.origin && (url.pathname.startsWith('/_next/static/') || url.pathname === '/sw.js')
    return isOurs ? text : null
  },
})
`

/**
 * @param {string} dist the `.next` folder that will be served
 * @returns {{ pages: number, scripts: number }} how much was done
 */
export function externaliseInlineScripts(dist) {
  const pagesFolder = join(dist, 'server', 'app')
  const scriptsFolder = join(dist, 'static', 'inline')
  mkdirSync(scriptsFolder, { recursive: true })
  writeFileSync(join(dist, 'static', POLICY_FILE), DEFAULT_POLICY)

  const pages = readdirSync(pagesFolder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'))
  const scripts = new Set()
  for (const page of pages) {
    const file = join(pagesFolder, page)
    const { html, bodies } = rewrite(readFileSync(file, 'utf8'))
    for (const [name, body] of bodies) writeFileSync(join(scriptsFolder, name), body)
    for (const [name] of bodies) scripts.add(name)
    writeFileSync(file, html)
  }
  return { pages: pages.length, scripts: scripts.size }
}

/** @param {string} original */
function rewrite(original) {
  /** @type {Map<string, string>} */
  const bodies = new Map()
  const html = original.replace(
    INLINE_SCRIPT,
    (whole, /** @type {string} */ attributes, /** @type {string} */ body) => {
      if (DATA_SCRIPT.test(attributes)) return whole
      const name = `${createHash('sha256').update(body).digest('hex').slice(0, NAME_LENGTH)}.js`
      bodies.set(name, body)
      return `<script${attributes} src="/_next/static/inline/${name}"></script>`
    },
  )
  if (!html.includes('<head>')) throw new Error('a page without <head>: the Trusted Types policy has no place in it')
  return { html: html.replace('<head>', `<head><script src="/_next/static/${POLICY_FILE}"></script>`), bodies }
}
