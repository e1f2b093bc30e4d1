import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Most of a server test is waiting for the database: the default leaves one core idle, which of two is half.
    maxWorkers: '100%',
    projects: [
      { test: { name: 'packages', include: ['packages/*/tests/**/*.test.ts'], testTimeout: 30_000 } },
      {
        resolve: { alias: { '@': fileURLToPath(new URL('./apps/web/src', import.meta.url)) } },
        test: { name: 'web', include: ['apps/web/tests/**/*.test.ts'], testTimeout: 30_000 },
      },
      { test: { name: 'scripts', include: ['scripts/tests/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          include: ['apps/server/tests/**/*.test.ts'],
          globalSetup: ['apps/server/tests/support/global-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
