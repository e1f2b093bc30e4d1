import { ApiError, problemOf } from '@/lib/errors'

/** Silence of the network or of the vault is an answer of its own in a check-in; a mistake of ours is not, and surfaces. */
export function unheard(thrown: unknown): void {
  if (thrown instanceof ApiError || problemOf(thrown).code !== 'unexpected') return
  throw thrown
}
