import { useSyncExternalStore } from 'react'

/** A value that components can watch. */
export interface Store<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** `atBuild` is what prerendered pages and the first render show. */
export function useStore<T>(store: Store<T>, atBuild: T): T {
  return useSyncExternalStore(store.subscribe, store.get, () => atBuild)
}

const never = () => () => {}

/** Something of this browser that does not change while the page is open; `atBuild` until it can be known. */
export function useBrowserFact<T>(read: () => T, atBuild: T): T {
  return useSyncExternalStore(never, read, () => atBuild)
}
