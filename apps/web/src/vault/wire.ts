import type { ProblemCode } from '@/lib/errors'

/* What crosses between a page and its vault worker. Bytes travel as base64url, as they do on the network. */

export interface Request {
  readonly id: number
  readonly noun: string
  readonly operation: string
  readonly input: unknown
}

export type Response =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly code: ProblemCode; readonly detail: string }
