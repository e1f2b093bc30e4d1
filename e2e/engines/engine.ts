import type { Wanted } from './wanted.ts'

/** One window of one browser that belongs to one person: nothing in it is shared with any other. */
export interface Window {
  go(address: string): Promise<void>
  reload(): Promise<void>
  isThere(wanted: Wanted): Promise<boolean>
  /** A real press in the middle of it; fails when it is not there, or covered. */
  press(wanted: Wanted): Promise<void>
  /** Real keys. What was in the field before is gone. */
  type(wanted: Wanted, text: string): Promise<void>
  /** Everything that can be read in it. */
  text(): Promise<string>
  picture(): Promise<Buffer>
  leap(ms: number): Promise<void>
  /** What the page complained about, where the engine tells. */
  readonly complaints: readonly string[]
  close(): Promise<void>
}

export interface Engine {
  /** What has to be installed. */
  readonly programs: readonly string[]
  open(): Promise<Window>
}

export const PHONE = { width: 390, height: 844 }
