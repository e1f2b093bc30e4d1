import { defineConfig } from 'vitest/config'

// Random histories and simulations take their time on a busy machine.
export default defineConfig({ test: { testTimeout: 30_000 } })
