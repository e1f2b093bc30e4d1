import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

useWasmEngineWhereTheNativeOneIsMissing()

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: {
    url: process.env.DATABASE_URL ?? '',
    ...(process.env.SHADOW_DATABASE_URL ? { shadowDatabaseUrl: process.env.SHADOW_DATABASE_URL } : {}),
  },
})

/**
 * Prisma downloads its native schema engine after installation. Behind a firewall there is none, and then the same
 * engine runs from its WebAssembly package.
 */
function useWasmEngineWhereTheNativeOneIsMissing(): void {
  const prisma = createRequire(import.meta.url).resolve('prisma/package.json')
  const engines = dirname(createRequire(prisma).resolve('@prisma/engines/package.json'))
  const hasNativeEngine = readdirSync(engines).some((name) => name.startsWith('schema-engine-'))
  if (hasNativeEngine) return
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(
    new URL('scripts/prisma-schema-engine.mjs', import.meta.url),
  )
}
