const NAME_MAX_BYTES = 127

export const bytesOf = (text: string) => new TextEncoder().encode(text).length

/** Whether it is too long for a name, or for the words about one: both lie sealed in a field of one size. */
export const isTooLong = (text: string) => bytesOf(text.normalize('NFC')) > NAME_MAX_BYTES
