/** Where and for whose eyes: a browser's own words about its subscription. */
export interface PushTarget {
  readonly endpoint: string
  readonly p256dh: Uint8Array
  readonly auth: Uint8Array
}

export interface PushMessage {
  readonly text: string
  /** The push service drops it when it could not be delivered by then. */
  readonly ttlSeconds: number
  /** A later message of the same topic takes the place of one that waits. */
  readonly topic: string
}

export type SendOutcome =
  /** The push service has it. Whether it reaches anybody is not told. */
  | { readonly kind: 'taken' }
  /** Nobody takes pushes there any more, or it is no place to push to. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'later'; readonly afterMs: number | null }
  /** Another try would be answered alike. */
  | { readonly kind: 'refused'; readonly status: number }

/** The way out to the browsers' push services. */
export interface PushSender {
  /** What subscriptions are made for: the public half of the key every push is signed with, in base64url. */
  readonly serverKey: string
  /** Never throws. */
  send(target: PushTarget, message: PushMessage): Promise<SendOutcome>
  close(): void
}
