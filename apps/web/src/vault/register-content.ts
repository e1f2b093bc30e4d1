import { utf8Decode, utf8Encode, VaultError } from '@turnstone/vault'
import * as z from 'zod'
import { LINE_CHARS } from './agreement-limits'
import '@/lib/zod'

/* What stands in a sheet of the register of topics. Only its author reads it, until both are open. */

export const MOST_ANSWERS = 60

export const ANSWERS = ['never', 'ask', 'fine'] as const
export type Answer = (typeof ANSWERS)[number]

/** `own`: written by its author; else the id of a topic of the first list, so that each reads it in their language. */
const Answered = z.strictObject({
  topic: z.string().min(1).max(LINE_CHARS),
  own: z.boolean(),
  answer: z.enum(ANSWERS),
})
export type Answered = z.infer<typeof Answered>

/** `author` stands in what is committed to, so that nobody can hand in a copy of the other's sheet unread. */
const Sheet = z.strictObject({
  author: z.uuid(),
  salt: z.string().min(43),
  answers: z.array(Answered).max(MOST_ANSWERS),
})
type Sheet = z.infer<typeof Sheet>

/** `sheet` is the very text the commitment is of; `against` the other's commitment when it was sealed for both. */
const Kept = z.strictObject({ sheet: z.string() })
const Opened = z.strictObject({ sheet: z.string(), against: z.string() })

export const keptContent = (kept: z.infer<typeof Kept>): Uint8Array => utf8Encode(JSON.stringify(Kept.parse(kept)))
export const openedContent = (opened: z.infer<typeof Opened>): Uint8Array =>
  utf8Encode(JSON.stringify(Opened.parse(opened)))

export const sheetText = (sheet: Sheet): string => JSON.stringify(Sheet.parse(sheet))

export const fromKept = (content: Uint8Array) => parsed(Kept, utf8Decode(content))
export const fromOpened = (content: Uint8Array) => parsed(Opened, utf8Decode(content))
export const fromSheet = (text: string) => parsed(Sheet, text)

function parsed<T>(shape: z.ZodType<T>, text: string): T {
  const result = shape.safeParse(JSON.parse(text))
  if (!result.success) throw new VaultError('envelope_tampered', 'sheet')
  return result.data
}
