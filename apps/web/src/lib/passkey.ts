import type {
  AuthenticationExtensionsClientInputs,
  AuthenticationExtensionsClientOutputs,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import type { http, RouteInput, RouteReply } from '@turnstone/protocol'
import { ApiError } from './errors'

/* What the browser is asked for a passkey. The library that does it is loaded when somebody wants one. */

type Beginning = RouteReply<typeof http.passkey.beginPasskey>
export type NewPasskey = RouteInput<typeof http.passkey.addPasskey>['body']
export type PasskeyAnswer = RouteInput<typeof http.passkey.startSessionByPasskey>['body']

const ES256 = -7
const EDDSA = -8
const RS256 = -257
const CHALLENGE_BYTES = 32
const PATIENCE_MS = 5 * 60_000

/** `number`: passkeys belong to a name, and this address has none. `browser`: it makes none. */
export function passkeysHere(): 'possible' | 'number' | 'browser' {
  if (/^[\d.]+$|:/.test(location.hostname)) return 'number'
  return window.isSecureContext && typeof PublicKeyCredential === 'function' ? 'possible' : 'browser'
}

/** Whether this device has a lock of its own that makes them: a finger, a face, a code. */
export const hasOwnLock = async () => PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()

/** What an authenticator answers to the vault's question. It opens the pages and must not leave this device. */
export type PasskeyOutput = Uint8Array<ArrayBuffer>

interface Made {
  readonly passkey: NewPasskey
  /** Most say it only when they are touched once more; some have none. */
  readonly output: PasskeyOutput | 'unsaid' | 'none'
}

/** Makes one that is found without a name and asks for the person. Null when they turned away. */
export async function makePasskey(
  { domain, challenge, userId }: Beginning,
  { account, known, input }: { account: string; known: readonly string[]; input: PasskeyOutput },
): Promise<Made | null> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const made = await unlessTurnedAway(
    startRegistration({
      optionsJSON: {
        rp: { id: domain, name: domain },
        user: { id: asUserHandle(userId), name: account, displayName: '' },
        challenge,
        pubKeyCredParams: [EDDSA, ES256, RS256].map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known.map((id) => ({ type: 'public-key', id })),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
        attestation: 'none',
        timeout: PATIENCE_MS,
        extensions: asking(input),
      },
    }),
  )
  if (!made) return null
  const { clientDataJSON, attestationObject } = made.response
  const passkey = { challenge, credentialId: made.id, clientData: clientDataJSON, attestation: attestationObject }
  const { clientExtensionResults: said } = made
  return { passkey, output: outputOf(said) ?? (said.prf?.enabled ? 'unsaid' : 'none') }
}

/** Answers a challenge with whichever passkey the person picks. Null when they turned away. */
export async function answerWithPasskey(
  { domain, challenge }: RouteReply<typeof http.passkey.beginSignIn>,
  input: PasskeyOutput,
): Promise<{ answer: PasskeyAnswer; output: PasskeyOutput | null } | null> {
  const touched = await touch({ rpId: domain, challenge }, input)
  if (!touched) return null
  const { clientDataJSON, authenticatorData, signature } = touched.response
  // Field by field: what the extensions say is the key to everything, and the answer goes to the server.
  const answer = { challenge, credentialId: touched.id, clientData: clientDataJSON, authenticatorData, signature }
  return { answer, output: outputOf(touched.clientExtensionResults) }
}

/** What a passkey of this person says to the vault's question; nobody is asked but this device. Null when they turned away. */
export async function touchForOutput(
  input: PasskeyOutput,
  credentialId?: string,
): Promise<{ output: PasskeyOutput | null } | null> {
  const challenge = asBase64url(crypto.getRandomValues(new Uint8Array(CHALLENGE_BYTES)))
  const only = credentialId ? { allowCredentials: [{ type: 'public-key' as const, id: credentialId }] } : {}
  const touched = await touch({ challenge, ...only }, input)
  return touched && { output: outputOf(touched.clientExtensionResults) }
}

async function touch(options: PublicKeyCredentialRequestOptionsJSON, input: PasskeyOutput) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  return unlessTurnedAway(
    startAuthentication({
      optionsJSON: { ...options, userVerification: 'required', timeout: PATIENCE_MS, extensions: asking(input) },
    }),
  )
}

const asking = (input: PasskeyOutput): AuthenticationExtensionsClientInputs => ({ prf: { eval: { first: input } } })

function outputOf({ prf }: AuthenticationExtensionsClientOutputs): PasskeyOutput | null {
  const first = prf?.results?.first
  if (!first) return null
  return ArrayBuffer.isView(first) ? Uint8Array.from(new Uint8Array(first.buffer)) : new Uint8Array(first)
}

/** The browser says the same for *cancelled*, *too late* and *there is none*: none of them is a failure of ours. */
async function unlessTurnedAway<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : ''
    if (name === 'NotAllowedError' || name === 'AbortError') return null
    throw new ApiError(name === 'InvalidStateError' ? 'passkey_refused' : 'passkeys_unavailable')
  }
}

/** At most 64 bytes that say nothing about the person: their random id. */
const asUserHandle = (userId: string) => asUrlText(userId.replaceAll('-', ''))

const asBase64url = (bytes: Uint8Array) => asUrlText(String.fromCharCode(...bytes))
const asUrlText = (binary: string) => btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
