const KEY = 'turnstone.invitation'
const LOOKED_KEY = 'turnstone.invitation.looked'

/** The secret of an invitation somebody followed, kept in this tab through sign-up. Never leaves it. */
export function invitationInHand(): string | null {
  return sessionStorage.getItem(KEY)
}

export const invitationWaits = (): boolean => invitationInHand() !== null

export function keepInvitation(secret: string): void {
  sessionStorage.setItem(KEY, secret)
}

/** Whether this person has looked already, before an account was made: they are not asked twice. */
export const invitationLookedAt = (): boolean => sessionStorage.getItem(LOOKED_KEY) === invitationInHand()

export function markInvitationLookedAt(): void {
  sessionStorage.setItem(LOOKED_KEY, invitationInHand() ?? '')
}

export function dropInvitation(): void {
  sessionStorage.removeItem(KEY)
  sessionStorage.removeItem(LOOKED_KEY)
}
