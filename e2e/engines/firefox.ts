import puppeteer, { type ElementHandle, type Page } from 'puppeteer-core'
import { type Engine, PHONE, type Window } from './engine.ts'
import { findInPage, leapInPage, readPage, type Wanted } from './wanted.ts'

const PROGRAM = '/usr/bin/firefox-esr'

/** Debian's Firefox over WebDriver BiDi. */
export const firefox: Engine = {
  programs: [PROGRAM],
  async open() {
    // A browser of its own for each person: a profile of their own.
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath: PROGRAM, headless: true })
    const page = await browser.newPage()
    await page.setViewport(PHONE)
    return new FirefoxWindow(page)
  },
}

class FirefoxWindow implements Window {
  readonly complaints: string[] = []
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  async go(address: string): Promise<void> {
    await this.#page.goto(address)
  }

  async reload(): Promise<void> {
    await this.#page.reload()
  }

  isThere(wanted: Wanted): Promise<boolean> {
    return this.#find(wanted).then(Boolean)
  }

  async press(wanted: Wanted): Promise<void> {
    await (await this.#found(wanted)).click()
  }

  async type(wanted: Wanted, text: string): Promise<void> {
    const field = await this.#found(wanted)
    await field.click({ count: 3 })
    await field.type(text)
  }

  text(): Promise<string> {
    return this.#page.evaluate(readPage)
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.#page.screenshot())
  }

  async leap(ms: number): Promise<void> {
    await this.#page.evaluate(leapInPage, ms)
  }

  async close(): Promise<void> {
    await this.#page.browser().close()
  }

  async #find(wanted: Wanted): Promise<ElementHandle<HTMLElement> | null> {
    const handle = await this.#page.evaluateHandle(findInPage, wanted)
    return handle.asElement() as ElementHandle<HTMLElement> | null
  }

  async #found(wanted: Wanted): Promise<ElementHandle<HTMLElement>> {
    const element = await this.#find(wanted)
    if (!element) throw new Error(`there is no ${wanted.kind} “${wanted.name}”`)
    return element
  }
}
