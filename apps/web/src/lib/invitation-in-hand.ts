const KEY = 'turnstone.invitation'

/** The secret of an invitation somebody followed, kept in this tab through sign-up. Never leaves it. */
export function invitationInHand(): string | null {
  return sessionStorage.getItem(KEY)
}

export const invitationWaits = (): boolean => invitationInHand() !== null

export function keepInvitation(secret: string): void {
  sessionStorage.setItem(KEY, secret)
}

export function dropInvitation(): void {
  sessionStorage.removeItem(KEY)
}
