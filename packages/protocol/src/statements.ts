import type { Rules } from '@turnstone/check-in'

/*
 * The exact bytes people sign. Server and devices build them here and nowhere else; the vault signs them without
 * knowing what they mean. `turnstone/v1/<what>\0`, then each field with its length in front (4 bytes, big endian).
 */

const encoder = new TextEncoder()

function statement(context: string, fields: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = encoder.encode(`turnstone/v1/${context}\0`)
  const bytes = new Uint8Array(head.length + fields.reduce((sum, field) => sum + 4 + field.length, 0))
  bytes.set(head)
  let at = head.length
  for (const field of fields) {
    new DataView(bytes.buffer).setUint32(at, field.length)
    bytes.set(field, at + 4)
    at += 4 + field.length
  }
  return bytes
}

const text = (value: string) => encoder.encode(value)
const number = (value: number) => encoder.encode(String(value))

/**
 * "I can go on": counts for one look at one freeze of one check-in under one agreement (I4). The first look is not named:
 * what was signed before there were others stays true. `agreementHash` in base64url.
 */
export function readyStatement(of: {
  partnershipId: string
  checkInId: string
  freezeEpoch: number
  rung: number
  agreementHash: string
}): Uint8Array<ArrayBuffer> {
  return statement('ready', [
    text(of.partnershipId),
    text(of.checkInId),
    number(of.freezeEpoch),
    text(of.agreementHash),
    ...(of.rung === 0 ? [] : [number(of.rung)]),
  ])
}

/**
 * "This pause was a slip, I go on without the break": counts for one freeze of one check-in under one agreement. Under a
 * name of its own, so that nobody's *I can go on* ever passes for it.
 */
export function slipStatement(of: {
  partnershipId: string
  checkInId: string
  freezeEpoch: number
  agreementHash: string
}): Uint8Array<ArrayBuffer> {
  return statement('slip', [text(of.partnershipId), text(of.checkInId), number(of.freezeEpoch), text(of.agreementHash)])
}

/**
 * "These are our ground rules": covers the numbers, the sealed words, the version and what came before.
 * The agreement's hash is SHA-256 of this. `previousHash` and `words` in base64url, `previousHash` null for the first.
 */
export function agreementStatement(of: AgreementContent): Uint8Array<ArrayBuffer> {
  return statement('agreement', agreementFields(of))
}

/**
 * "I change this alone": the same fields under a name of its own, so that what one person signed never passes for what
 * both did, nor the other way round.
 */
export function amendmentStatement(of: AgreementContent): Uint8Array<ArrayBuffer> {
  return statement('amendment', agreementFields(of))
}

interface AgreementContent {
  readonly partnershipId: string
  readonly version: number
  readonly previousHash: string | null
  readonly rules: Rules
  readonly words: string
}

function agreementFields(of: AgreementContent): Uint8Array[] {
  const { cooldownMs, turnMs, graceMs, breathMs } = of.rules
  return [
    text(of.partnershipId),
    number(of.version),
    text(of.previousHash ?? ''),
    ...[cooldownMs, turnMs, graceMs, breathMs].map(number),
    text(of.words),
  ]
}

/** "These are my keys": counts for one version of one account's sealed keys. `keys` in base64url. */
export function accountKeysStatement(of: { userId: string; version: number; keys: string }): Uint8Array<ArrayBuffer> {
  return statement('account-keys', [text(of.userId), number(of.version), text(of.keys)])
}

/** "This is the sheet I have filled in": binds its author to it before anybody else reads it. `commitment` in base64url. */
export function registerStatement(of: {
  partnershipId: string
  entryId: string
  commitment: string
}): Uint8Array<ArrayBuffer> {
  return statement('register', [text(of.partnershipId), text(of.entryId), text(of.commitment)])
}
