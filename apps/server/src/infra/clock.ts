import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'

const LINUX_BOOT_ID = '/proc/sys/kernel/random/boot_id'

/** One moment on both clocks. `monotonicMs` may only be compared between moments of the same `bootId`. */
export type Now = { readonly wallMs: number; readonly monotonicMs: number; readonly bootId: string }

export interface Clock {
  now(): Now
}

/** The machine's own clocks. */
export const systemClock: Clock = {
  now: () => ({ wallMs: Date.now(), monotonicMs: Number(process.hrtime.bigint() / 1_000_000n), bootId }),
}

// Where the system names no boot, each process counts as one: elapsed time then falls back to the wall clock.
const bootId = existsSync(LINUX_BOOT_ID) ? readFileSync(LINUX_BOOT_ID, 'utf8').trim() : randomUUID()
