const FOR = 'for'

/** Where my shelf is, and the way back to the check-in that waits. */
export const shelfFor = (checkInId: string) => `/jottings?${FOR}=${checkInId}#rests` as const

/** The check-in that waits, where somebody came to the shelf from it. */
export function shelfIsFor(search: string): string | null {
  const asked = new URLSearchParams(search).get(FOR)
  return asked !== null && /^[0-9a-f-]{36}$/.test(asked) ? asked : null
}
