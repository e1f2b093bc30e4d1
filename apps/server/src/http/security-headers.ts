import type { FastifyInstance } from 'fastify'
import type { Config } from '../infra/config.ts'

const DIRECTIVES = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  // Our forms are sent by script. One that is sent before the script is awake must not put a password into an address.
  "form-action 'none'",
  "frame-ancestors 'none'",
]
const TRUSTED_TYPES = ["require-trusted-types-for 'script'", 'trusted-types nextjs nextjs#bundler default']
const PAGE_POLICY = ["script-src 'self'", ...DIRECTIVES, ...TRUSTED_TYPES].join('; ')
/**
 * Only the script that becomes the vault's worker may compile WebAssembly (Argon2id). A worker has no document to inject
 * into, and its loader hands plain addresses to `importScripts`: `script-src` is what bounds those.
 */
const WORKER_POLICY = ["script-src 'self' 'wasm-unsafe-eval'", ...DIRECTIVES].join('; ')

/**
 * Shaking a phone or laying it down needs both senses of motion; nothing needs to know where north is. The microphone is for
 * talking at a distance, and for our word where the browser hears it on the device alone.
 */
const PERMISSIONS = [
  'accelerometer=(self)',
  'camera=()',
  'geolocation=()',
  'gyroscope=(self)',
  'magnetometer=()',
  'microphone=(self)',
  'payment=()',
  'usb=()',
].join(', ')

const isWorkerScript = (url: string) => /^\/_next\/static\/[^?]*turbopack-worker-[^?/]*\.js/.test(url)

/**
 * One constant set of headers on everything that leaves the front door. Pages in development reload themselves with
 * inline scripts and evaluated code: `hasPolicy` is false for them, and only for them.
 */
export function sendSecurityHeaders(app: FastifyInstance, config: Config, { hasPolicy }: { hasPolicy: boolean }): void {
  app.addHook('onSend', async (request, reply) => {
    reply.headers({
      ...(hasPolicy && { 'content-security-policy': isWorkerScript(request.url) ? WORKER_POLICY : PAGE_POLICY }),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': PERMISSIONS,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      ...(config.secureCookies && { 'strict-transport-security': 'max-age=31536000' }),
    })
  })
}
