import { fileURLToPath } from 'node:url'
import type { NextConfig } from 'next'

const repository = fileURLToPath(new URL('../../', import.meta.url))

const config: NextConfig = {
  output: 'standalone',
  outputFileTracingRoot: repository,
  turbopack: { root: repository },
  transpilePackages: ['@turnstone/check-in', '@turnstone/content', '@turnstone/protocol', '@turnstone/vault'],
  // A page named `page.dev.tsx` is one of `npm run dev` only.
  pageExtensions: [...(process.env.NODE_ENV === 'development' ? ['dev.tsx'] : []), 'tsx', 'ts'],
  poweredByHeader: false,
  // The pages are served through the front door, under either name of this machine.
  allowedDevOrigins: ['localhost', '127.0.0.1'],
  // `npm run check` type-checks; a start must not do it again.
  typescript: { ignoreBuildErrors: true },
}

export default config
