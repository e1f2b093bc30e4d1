import { ApiError, type Problem, problemOf } from '@/lib/errors'
import { createStore, type Store } from '@/lib/store'
import type { vault } from '@/vault/client'
import type { Jotting, JottingChange, SealedJottings } from '@/vault/jottings'
import { changed } from './list'

/** Where changes wait, sealed, until the server has them. */
export interface Pending {
  readonly id: string
  readonly sealed: string
}

export interface NotebookPorts {
  readonly vault: Pick<typeof vault.jottings, 'open' | 'seal' | 'sealChange' | 'openChange'>
  /** The list as the server has it now. */
  fetch(): Promise<SealedJottings>
  save(next: NonNullable<SealedJottings>): Promise<void>
  /** What this device fetched last, so that the list opens without a connection. */
  kept(): Promise<SealedJottings>
  keep(sealed: SealedJottings): Promise<void>
  /** In the order in which they were put. */
  pending(): Promise<readonly Pending[]>
  put(pending: Pending): Promise<void>
  drop(ids: readonly string[]): Promise<void>
  /** One tab at a time. */
  alone<T>(work: () => Promise<T>): Promise<T>
  newId(): string
  nowMs(): number
}

/** `unsent`: why this device has changes that the account has not. */
export type JottingsState =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'open'; readonly jottings: readonly Jotting[]; readonly unsent: 'none' | 'waiting' | 'full' }

const OPENING: JottingsState = { kind: 'opening' }
const TRIES = 4

/**
 * My jottings: one sealed list in my account, and the changes of this device that are not in it yet. A change is put on
 * the device first; when another device was faster, it is done again to what that one saved.
 */
export class Notebook {
  readonly state: Store<JottingsState> = createStore(OPENING)
  readonly #ports: NotebookPorts
  /** What was done here and is not in the account yet: a slow look at the account must not show it undone. */
  readonly #recent = new Map<string, JottingChange>()

  constructor(ports: NotebookPorts) {
    this.#ports = ports
  }

  /** Shows what this device knows, then what the account has, and sends what waits. */
  async load(): Promise<void> {
    try {
      await this.#ports.alone(() => this.#synchronise())
    } catch (thrown) {
      const problem = problemOf(thrown)
      // What is on the screen stays there while the way to the account is blocked; a list that somebody changed does not.
      const stays = problem.code !== 'tampered' && problem.code !== 'vault_locked'
      if (this.state.get().kind !== 'open' || !stays) this.state.set({ kind: 'problem', problem })
    }
  }

  close(): void {
    this.#recent.clear()
    this.state.set(OPENING)
  }

  /** Throws `too_large` when the list has no room for it; otherwise the device has it when this resolves. */
  async add(text: string): Promise<void> {
    const jotting = { id: this.#ports.newId(), text, writtenAtMs: this.#ports.nowMs(), sorted: null }
    const change: JottingChange = { kind: 'added', jotting }
    await this.#ports.vault.seal({ version: 1, jottings: changed(this.#shown(), change) })
    await this.#change(change)
  }

  sort(id: string, sorted: NonNullable<Jotting['sorted']>): Promise<void> {
    return this.#change({ kind: 'sorted', id, sorted })
  }

  remove(id: string): Promise<void> {
    return this.#change({ kind: 'removed', id })
  }

  async hasUnsent(): Promise<boolean> {
    return (await this.#ports.pending()).length > 0
  }

  #shown(): readonly Jotting[] {
    const state = this.state.get()
    return state.kind === 'open' ? state.jottings : []
  }

  async #change(change: JottingChange): Promise<void> {
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
    if (state.kind === 'open') this.#show(state.jottings, state.unsent)
    await this.load()
  }

  async #synchronise(): Promise<void> {
    const waiting = await this.#ports.pending()
    const changes = await Promise.all(waiting.map((one) => this.#ports.vault.openChange(one)))
    for (let tries = TRIES; tries > 0; tries -= 1) {
      const base = await this.#base()
      const list = changes.reduce(changed, await this.#ports.vault.open({ sealed: base.sealed }))
      if (base.offline || waiting.length === 0) return this.#show(list, waiting.length > 0 ? 'waiting' : 'none')
      const outcome = await this.#send((base.sealed?.version ?? 0) + 1, list)
      if (outcome === 'overtaken') continue
      if (outcome === 'sent') await this.#sent(waiting.map(({ id }) => id))
      return this.#show(list, outcome === 'sent' ? 'none' : outcome)
    }
    throw new ApiError('version_conflict')
  }

  async #base(): Promise<{ sealed: SealedJottings; offline: boolean }> {
    try {
      const sealed = await this.#ports.fetch()
      await this.#ports.keep(sealed)
      return { sealed, offline: false }
    } catch (thrown) {
      if (problemOf(thrown).code !== 'offline') throw thrown
      return { sealed: await this.#ports.kept(), offline: true }
    }
  }

  async #send(version: number, list: readonly Jotting[]): Promise<'sent' | 'overtaken' | 'waiting' | 'full'> {
    try {
      const next = await this.#ports.vault.seal({ version, jottings: list })
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

  #show(list: readonly Jotting[], unsent: 'none' | 'waiting' | 'full'): void {
    this.state.set({ kind: 'open', jottings: [...this.#recent.values()].reduce(changed, list), unsent })
  }
}
