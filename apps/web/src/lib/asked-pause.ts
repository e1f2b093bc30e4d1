import { withStorage } from './storage'

/* A pause that was asked for where no check-in is known: when it was, and until when it is. All of it stays on the device. */

/** The fragment with which another page sends somebody to the check-in to pause. */
export const TO_PAUSE = '#pause'

const ASKED_AT = 'turnstone.pause-asked'
const BREAK = 'turnstone.break'
const MINUTE_MS = 60_000
/** Until the agreement was seen on this device. */
const USUAL_BREAK_MS = 20 * MINUTE_MS
/** As long after its return time a pause outside any conversation ends by itself (LD10). */
const ENDS_AFTER_MS = 30 * MINUTE_MS

export interface AskedPause {
  readonly askedAtMs: number
  readonly returnAtMs: number
  readonly endsAtMs: number
}

/** Now, by this device's own time of day. */
export function askPause(nowMs = Date.now()): void {
  withStorage('local', (storage) => storage.setItem(ASKED_AT, String(nowMs)))
}

/** The least break that was agreed, as a check-in showed it last. */
export function noteBreak(breakMs: number): void {
  withStorage('local', (storage) => storage.setItem(BREAK, String(breakMs)))
}

/** It was delivered, or is no more. */
export function forgetAskedPause(): void {
  withStorage('local', (storage) => storage.removeItem(ASKED_AT))
}

/** Where a browser keeps nothing, the page itself was opened to pause. */
export const askedAtMs = (): number => stored(ASKED_AT) ?? Math.round(performance.timeOrigin)

/** A pause asked for at that moment: until when it is, and when it ends by itself. */
export function askedPause(askedAtMs: number): AskedPause {
  const returnAtMs = askedAtMs + (stored(BREAK) ?? USUAL_BREAK_MS)
  return { askedAtMs, returnAtMs, endsAtMs: returnAtMs + ENDS_AFTER_MS }
}

function stored(key: string): number | null {
  const number = Number(withStorage('local', (storage) => storage.getItem(key)) ?? Number.NaN)
  return Number.isSafeInteger(number) && number > 0 ? number : null
}
