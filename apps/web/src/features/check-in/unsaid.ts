import type { UnsaidWords } from '@/features/journal/client'
import { createStore, type Store } from '@/lib/store'
import { unheard } from './unheard'
import type { Keeping } from './view'

/** Words of mine that were not said, with what becomes of them. */
export interface UnsaidPage extends UnsaidWords {
  readonly state: Keeping
}

/** Where they are kept, sealed; tests bring their own. */
export interface UnsaidPorts {
  newId(): string
  load(): Promise<readonly UnsaidWords[]>
  setAside(words: UnsaidWords): Promise<void>
  drop(entryId: string): Promise<void>
  /** Into my drawer, and out of here. */
  keep(words: UnsaidWords): Promise<unknown>
}

/**
 * What I wrote in a check-in and did not say: of this page, and of those before it on this device. It is set aside while
 * it is being written, one change after the other, and nothing takes it away but its author.
 */
export class Unsaid {
  readonly pages: Store<readonly UnsaidPage[]> = createStore<readonly UnsaidPage[]>([])
  readonly #ports: UnsaidPorts
  readonly #mine: string
  #last: Promise<void> = Promise.resolve()
  #loading: Promise<void> | null = null

  constructor(ports: UnsaidPorts) {
    this.#ports = ports
    this.#mine = ports.newId()
  }

  /** Looks for what was set aside before; the key is here. */
  open(): Promise<void> {
    this.#loading ??= this.#load().catch((thrown) => {
      this.#loading = null
      unheard(thrown)
    })
    return this.#loading
  }

  /** What I have written by now in this check-in. */
  note(checkInId: string, text: string): Promise<void> {
    const mine = this.#page(this.#mine)
    if (text === (mine?.text ?? '') || (mine && isDecided(mine))) return this.#last
    const page = { entryId: this.#mine, checkInId, text }
    const others = this.pages.get().filter(({ entryId }) => entryId !== this.#mine)
    this.pages.set(text === '' ? others : [...others, { ...page, state: 'no' }])
    return this.#next(() => (text === '' ? this.#ports.drop(page.entryId) : this.#ports.setAside(page)))
  }

  /** The page was loaded anew in the middle of a check-in: what was set aside for it goes back to where it is written. */
  async takeUp(checkInId: string): Promise<string> {
    await this.open()
    const isBefore = (page: UnsaidPage) => page.checkInId === checkInId && page.entryId !== this.#mine
    const before = this.pages.get().filter(isBefore)
    if (before.length === 0) return ''
    const text = joined(before.map((page) => page.text))
    this.pages.set(this.pages.get().filter((page) => !isBefore(page)))
    // Set aside anew before it is dropped: a crash between the two loses nothing.
    void this.note(checkInId, joined([text, this.#page(this.#mine)?.text ?? '']))
    for (const { entryId } of before) void this.#next(() => this.#ports.drop(entryId))
    return text
  }

  async keep(entryId: string): Promise<void> {
    const page = this.#page(entryId)
    if (!page || page.state === 'saving' || page.state === 'saved') return
    this.#mark(entryId, 'saving')
    try {
      await this.#last
      await this.#ports.keep(page)
      this.#mark(entryId, 'saved')
    } catch (thrown) {
      this.#mark(entryId, 'failed')
      unheard(thrown)
    }
  }

  letGo(entryId: string): Promise<void> {
    this.#mark(entryId, 'letGo')
    return this.#next(() => this.#ports.drop(entryId))
  }

  async #load(): Promise<void> {
    const known = new Set(this.pages.get().map(({ entryId }) => entryId))
    const before = (await this.#ports.load()).filter(({ entryId }) => !known.has(entryId))
    this.pages.set([...before.map((words) => ({ ...words, state: 'no' as const })), ...this.pages.get()])
  }

  /** One after the other: sealing takes a moment, and what was written last must be what stays. */
  #next(work: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(work).catch(unheard)
    return this.#last
  }

  #page(entryId: string): UnsaidPage | undefined {
    return this.pages.get().find((page) => page.entryId === entryId)
  }

  #mark(entryId: string, state: Keeping): void {
    this.pages.set(this.pages.get().map((page) => (page.entryId === entryId ? { ...page, state } : page)))
  }
}

const isDecided = ({ state }: UnsaidPage): boolean => state !== 'no' && state !== 'failed'

/** Pieces with air between them, as paragraphs of one page. */
export const joined = (pieces: readonly string[]): string =>
  pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join('\n\n')
