/* How much the sealed words of an agreement may hold: far more than anybody wants to remember in a hard moment. */

export const MOST_PHRASES = 5
export const MOST_TOPICS = 60
export const LINE_CHARS = 200
export const TEXT_CHARS = 2_000
