/** Web storage where it is allowed; undefined where it is refused or full, as in some private windows. */
export function withStorage<Value>(which: 'local' | 'session', use: (storage: Storage) => Value): Value | undefined {
  try {
    return use(which === 'local' ? localStorage : sessionStorage)
  } catch (thrown) {
    if (thrown instanceof DOMException) return undefined
    throw thrown
  }
}
