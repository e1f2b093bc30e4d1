import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { expect } from '@playwright/test'
import { freePort } from '../fixtures/free-port.ts'
import { type Engine, PHONE, type Window } from './engine.ts'
import { findInPage, leapInPage, readPage, type Wanted } from './wanted.ts'
import { ELEMENT, type Reference, WebDriverSession } from './webdriver.ts'

const PROGRAM = '/usr/bin/WebKitWebDriver'
const SCREEN = '/usr/bin/Xvfb'

/** Debian's WebKitGTK in its own MiniBrowser, on a screen that nobody sees. */
export const webkit: Engine = {
  programs: [PROGRAM, SCREEN],
  async open() {
    // A driver has one session, and a session keeps nothing on the disk: each person has a browser of their own.
    const screen = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    const [display] = await once(createInterface({ input: screen.stdio[3] as Readable }), 'line')
    const port = await freePort()
    const driver = spawn(PROGRAM, [`--port=${port}`], {
      stdio: 'ignore',
      env: { ...process.env, DISPLAY: `:${display}` },
    })
    const url = `http://127.0.0.1:${port}`
    await expect(async () => fetch(`${url}/status`)).toPass({ timeout: 20_000, intervals: [50] })
    const session = await WebDriverSession.open(url, { browserName: 'MiniBrowser' })
    await session.post('/window/rect', { ...PHONE, x: 0, y: 0 })
    return new WebKitWindow(session, [driver, screen])
  },
}

class WebKitWindow implements Window {
  readonly complaints: readonly string[] = []
  readonly #session: WebDriverSession
  readonly #processes: readonly ChildProcess[]

  constructor(session: WebDriverSession, processes: readonly ChildProcess[]) {
    this.#session = session
    this.#processes = processes
  }

  async go(address: string): Promise<void> {
    await this.#session.post('/url', { url: address })
  }

  async reload(): Promise<void> {
    await this.#session.post('/refresh')
  }

  async isThere(wanted: Wanted): Promise<boolean> {
    return (await this.#find(wanted)) !== null
  }

  async press(wanted: Wanted): Promise<void> {
    await this.#session.post(`/element/${await this.#found(wanted)}/click`)
  }

  async type(wanted: Wanted, text: string): Promise<void> {
    const field = await this.#found(wanted)
    await this.#session.post(`/element/${field}/clear`)
    await this.#session.post(`/element/${field}/value`, { text })
  }

  text(): Promise<string> {
    return this.#session.run(readPage)
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.#session.get<string>('/screenshot'), 'base64')
  }

  async leap(ms: number): Promise<void> {
    await this.#session.run(leapInPage, ms)
  }

  async close(): Promise<void> {
    await this.#session.close()
    for (const one of this.#processes) one.kill()
  }

  #find(wanted: Wanted): Promise<Reference | null> {
    return this.#session.run(findInPage, wanted)
  }

  async #found(wanted: Wanted): Promise<string> {
    const element = await this.#find(wanted)
    if (!element) throw new Error(`there is no ${wanted.kind} “${wanted.name}”`)
    // Its own driver presses only what is in view.
    await this.#session.run((found: unknown) => (found as Element).scrollIntoView({ block: 'center' }), element)
    return element[ELEMENT]
  }
}
