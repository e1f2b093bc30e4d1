import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 2
const LIMIT_MS = 20_000

/** Waits for a fact, not for a time. A fact that never comes is a failure that says which. */
export async function until(fact: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${LIMIT_MS / 1000} s in vain until ${fact}`)
    await delay(POLL_MS)
  }
}
