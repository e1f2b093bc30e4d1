import { ApiError, type Problem, problemOf } from '@/lib/errors'
import { createStore, type Store } from '@/lib/store'
import type { ListSealer, SealedList } from '@/vault/sealed-list'

/** Where changes wait, sealed, until the server has them. */
export interface Pending {
  readonly id: string
  readonly sealed: string
}

export interface NotebookPorts<Item, Change> {
  readonly vault: ListSealer<Item, Change>
  /**
   * One change done to a list. Doing it twice, or to a list that another device has changed, does no harm: nothing that
   * somebody wrote is ever overwritten by a whole list.
   */
  changed(list: readonly Item[], change: Change): readonly Item[]
  /** The list as the server has it now. */
  fetch(): Promise<SealedList>
  save(next: NonNullable<SealedList>): Promise<void>
  /** What this device fetched last, so that the list opens without a connection. */
  kept(): Promise<SealedList>
  keep(sealed: SealedList): Promise<void>
  /** In the order in which they were put. */
  pending(): Promise<readonly Pending[]>
  put(pending: Pending): Promise<void>
  drop(ids: readonly string[]): Promise<void>
  /** One tab at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>
  newId(): string
}

/** `unsent`: why this device has changes that the account has not. */
export type NotebookState<Item> =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'open'; readonly items: readonly Item[]; readonly unsent: 'none' | 'waiting' | 'full' }

export const OPENING = { kind: 'opening' } as const
const TRIES = 4

/**
 * A list of my own: one sealed list in my account, and the changes of this device that are not in it yet. A change is put on
 * the device first; when another device was faster, it is done again to what that one saved.
 */
export class Notebook<Item, Change> {
  readonly state: Store<NotebookState<Item>> = createStore<NotebookState<Item>>(OPENING)
  readonly #ports: NotebookPorts<Item, Change>
  /** What was done here and is not in the account yet: a slow look at the account must not show it undone. */
  readonly #recent = new Map<string, Change>()
  #whose: string | null = null

  constructor(ports: NotebookPorts<Item, Change>) {
    this.#ports = ports
  }

  /** Shows what this device knows, then what the account has, and sends what waits. */
  async load(): Promise<void> {
    try {
      await this.#ports.alone(() => this.#synchronise())
    } catch (thrown) {
      this.#failed(thrown)
    }
  }

  /** Shows what this device knows, and asks nobody: neither the account nor another tab that may be waiting for it. */
  async look(): Promise<void> {
    try {
      // Another tab may have put a newer list here in the middle of it; then the second look sees that one.
      await this.#showKept().catch(() => this.#showKept())
    } catch (thrown) {
      this.#failed(thrown)
    }
  }

  /** Whose it is from here on, null when nobody's is open: nothing of somebody else's stays on the page. */
  belongsTo(me: string | null): void {
    if (this.#whose !== me) this.close()
    this.#whose = me
  }

  #failed(thrown: unknown): void {
    const problem = problemOf(thrown)
    // What is on the screen stays there while the way to the account is blocked; a list that somebody changed does not.
    const stays = problem.code !== 'tampered' && problem.code !== 'vault_locked'
    if (this.state.get().kind !== 'open' || !stays) this.state.set({ kind: 'problem', problem })
  }

  close(): void {
    this.#recent.clear()
    this.state.set(OPENING)
  }

  /** Throws `too_large` when the list has no room for it; otherwise the device has it when this resolves. */
  async add(change: Change): Promise<void> {
    await this.#ports.vault.seal({ version: 1, items: this.#ports.changed(this.#shown(), change) })
    await this.change(change)
  }

  async hasUnsent(): Promise<boolean> {
    return (await this.#ports.pending()).length > 0
  }

  #shown(): readonly Item[] {
    const state = this.state.get()
    return state.kind === 'open' ? state.items : []
  }

  async change(change: Change): Promise<void> {
    const id = this.#ports.newId()
    const { sealed } = await this.#ports.vault.sealChange({ change })
    this.#recent.set(id, change)
    try {
      await this.#ports.put({ id, sealed })
    } catch (thrown) {
      this.#recent.delete(id)
      throw thrown
    }
    const state = this.state.get()
    if (state.kind === 'open') this.#show(state.items, state.unsent)
    await this.load()
  }

  async #showKept(): Promise<void> {
    // What waits is read first: sent meanwhile, it is in the list as well, and doing it twice does no harm.
    const { waiting, changes } = await this.#waiting()
    const list = await this.#ports.vault.open({ sealed: await this.#ports.kept() })
    this.#show(changes.reduce(this.#ports.changed, list), waiting.length > 0 ? 'waiting' : 'none')
  }

  async #waiting(): Promise<{ waiting: readonly Pending[]; changes: readonly Change[] }> {
    const waiting = await this.#ports.pending()
    return { waiting, changes: await Promise.all(waiting.map((one) => this.#ports.vault.openChange(one))) }
  }

  async #synchronise(): Promise<void> {
    const { waiting, changes } = await this.#waiting()
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const base = await this.#base()
      const list = changes.reduce(this.#ports.changed, await this.#ports.vault.open({ sealed: base.sealed }))
      if (base.offline || waiting.length === 0) return this.#show(list, waiting.length > 0 ? 'waiting' : 'none')
      const outcome = await this.#send((base.sealed?.version ?? 0) + 1, list)
      if (outcome === 'overtaken') continue
      if (outcome === 'sent') await this.#sent(waiting.map(({ id }) => id))
      return this.#show(list, outcome === 'sent' ? 'none' : outcome)
    }
    throw new ApiError('version_conflict')
  }

  async #base(): Promise<{ sealed: SealedList; offline: boolean }> {
    try {
      const sealed = await this.#ports.fetch()
      await this.#ports.keep(sealed)
      return { sealed, offline: false }
    } catch (thrown) {
      if (problemOf(thrown).code !== 'offline') throw thrown
      return { sealed: await this.#ports.kept(), offline: true }
    }
  }

  async #send(version: number, list: readonly Item[]): Promise<'sent' | 'overtaken' | 'waiting' | 'full'> {
    try {
      const next = await this.#ports.vault.seal({ version, items: list })
      await this.#ports.save(next)
      await this.#ports.keep(next)
      return 'sent'
    } catch (thrown) {
      const { code } = problemOf(thrown)
      if (code === 'version_conflict') return 'overtaken'
      // Two devices that wrote without a connection may have more than fits: nothing is lost, and it is said.
      if (code === 'too_large') return 'full'
      if (code === 'offline' || code === 'database_away') return 'waiting'
      throw thrown
    }
  }

  async #sent(ids: readonly string[]): Promise<void> {
    await this.#ports.drop(ids)
    for (const id of ids) this.#recent.delete(id)
  }

  #show(list: readonly Item[], unsent: 'none' | 'waiting' | 'full'): void {
    this.state.set({ kind: 'open', items: [...this.#recent.values()].reduce(this.#ports.changed, list), unsent })
  }
}
