import * as z from 'zod'
import { LIMITS } from './limits.ts'

/** Random ids, made by whoever creates the thing. Lower case, so that two spellings are never two ids. */
export const Id = z.uuid().regex(/^[0-9a-f-]{36}$/)

/** Bytes as unpadded base64url, `min` to `max` bytes long. What they mean is the devices' business. */
export const Bytes = (min: number, max: number) =>
  z
    .string()
    .min(Math.ceil((min * 4) / 3))
    .max(Math.ceil((max * 4) / 3))
    .regex(/^[A-Za-z0-9_-]*$/)

export const Envelope = (max: number) => Bytes(64, max)
export const Bundle = Bytes(16, LIMITS.bundleBytes)
export const Key = Bytes(32, 32)
export const Hash = Bytes(32, 32)
export const Signature = Bytes(64, 64)

/** As people type it; NFKC, trimmed and lower-cased before anything else sees it. */
export const Email = z
  .string()
  .max(LIMITS.emailChars)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email())

export const Seat = z.enum(['a', 'b'])
/** Milliseconds since 1970 by the server's clock. */
export const WallMs = z.int().nonnegative()
export const Ms = z.int().nonnegative()

/** Names of formats and of their steps in `@turnstone/content`; their texts are the pages' business. */
export const ContentName = z.string().regex(/^[a-z][a-z-]{0,39}$/)
export const Minutes = z.int().positive().max(240)

/** A name of the time zone database, as far as its spelling goes: `Europe/Berlin`. */
export const ZoneName = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/)
