// A page that is rendered per request carries inline scripts nobody has moved into files, so under our
// Content-Security-Policy it would show and never become alive. Route handlers are fine: they carry no scripts.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Throws with the names of pages that were not prerendered.
 * @param {string} dist the `.next` folder of the build
 */
export function refuseDynamicPages(dist) {
  const { routes, dynamicRoutes } = readJson(join(dist, 'prerender-manifest.json'))
  const pages = Object.entries(readJson(join(dist, 'app-path-routes-manifest.json')))
    .filter(([file]) => file.endsWith('/page'))
    .map(([, route]) => String(route))

  const dynamic = pages.filter((route) => {
    if (route in routes) return false
    const template = dynamicRoutes[route] // `/[locale]/…`: fine when every value is known at build time
    return template === undefined || template.fallback !== false
  })
  const unwritten = Object.keys(routes).filter((route) => pages.includes(route) && !existsSync(htmlFile(dist, route)))
  const found = [...new Set([...dynamic, ...unwritten])]
  if (found.length === 0) return
  throw new Error(
    `These pages are rendered on request, and such pages never become alive under our Content-Security-Policy: ${found.join(', ')}.\n` +
      'Put ids into the query or the fragment, give every dynamic segment generateStaticParams and ' +
      '`export const dynamicParams = false`, and read no cookies or headers in pages.',
  )
}

/** @param {string} dist @param {string} route */
function htmlFile(dist, route) {
  return join(dist, 'server', 'app', `${route === '/' ? 'index' : route.slice(1)}.html`)
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
