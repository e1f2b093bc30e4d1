/**
 * That the comfort check was answered here, so that a reload does not ask again. Neither the answer nor the time: the
 * id of the check-in, until the next one.
 */
export interface ComfortAnswered {
  isAnswered(checkInId: string): boolean
  remember(checkInId: string): void
}

const KEY = 'turnstone.comfort'

export const comfortAnswered: ComfortAnswered = {
  isAnswered: (checkInId) => withStorage(() => sessionStorage.getItem(KEY)) === checkInId,
  remember: (checkInId) => void withStorage(() => sessionStorage.setItem(KEY, checkInId)),
}

/** Where nothing can be kept, it asks again. */
function withStorage<T>(use: () => T): T | null {
  try {
    return use()
  } catch (thrown) {
    if (thrown instanceof DOMException) return null
    throw thrown
  }
}
