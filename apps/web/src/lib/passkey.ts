import type { http, RouteInput, RouteReply } from '@turnstone/protocol'
import { ApiError } from './errors'

/* What the browser is asked for a passkey. The library that does it is loaded when somebody wants one. */

type Beginning = RouteReply<typeof http.passkey.beginPasskey>
export type NewPasskey = RouteInput<typeof http.passkey.addPasskey>['body']
export type PasskeyAnswer = RouteInput<typeof http.passkey.startSessionByPasskey>['body']

const ES256 = -7
const EDDSA = -8
const RS256 = -257
const PATIENCE_MS = 5 * 60_000

/** `number`: passkeys belong to a name, and this address has none. `browser`: it makes none. */
export function passkeysHere(): 'possible' | 'number' | 'browser' {
  if (/^[\d.]+$|:/.test(location.hostname)) return 'number'
  return window.isSecureContext && typeof PublicKeyCredential === 'function' ? 'possible' : 'browser'
}

/** Makes one that is found without a name and asks for the person. Null when they turned away. */
export async function makePasskey(
  { domain, challenge, userId }: Beginning,
  { account, known }: { account: string; known: readonly string[] },
): Promise<NewPasskey | null> {
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
      },
    }),
  )
  if (!made) return null
  const { clientDataJSON, attestationObject } = made.response
  return { challenge, credentialId: made.id, clientData: clientDataJSON, attestation: attestationObject }
}

/** Answers a challenge with whichever passkey the person picks. Null when they turned away. */
export async function answerWithPasskey({
  domain,
  challenge,
}: RouteReply<typeof http.passkey.beginSignIn>): Promise<PasskeyAnswer | null> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const answer = await unlessTurnedAway(
    startAuthentication({
      optionsJSON: { rpId: domain, challenge, userVerification: 'required', timeout: PATIENCE_MS },
    }),
  )
  if (!answer) return null
  const { clientDataJSON, authenticatorData, signature } = answer.response
  return { challenge, credentialId: answer.id, clientData: clientDataJSON, authenticatorData, signature }
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
const asUserHandle = (userId: string) =>
  btoa(userId.replaceAll('-', '')).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
