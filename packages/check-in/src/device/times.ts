/** How often each side says over the socket that it is there, and at which `seq`. */
export const BEAT_EVERY_MS = 1000

/**
 * Silence after which a device is held, and after which the server takes a seat's device for gone. Both partners'
 * devices have to stand still 3 s after a press (I10); the difference is for what was still on its way.
 */
export const SILENCE_MS = 2500

/** A press is sent over the socket at once; without an answer by then, over HTTP as well. */
export const ACK_WITHIN_MS = 700

/** How long a hold may wait for its freeze before this device submits that pause itself. */
export const HOLD_WITHIN_MS = 1500

/** How often what is unanswered is tried again. */
export const AGAIN_EVERY_MS = 2000
