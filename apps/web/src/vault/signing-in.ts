import {
  fromBase64url,
  type KdfParameters,
  parseUuid,
  passwordSeed,
  type SignInKeys,
  signInKeys,
} from '@turnstone/vault'

/* The stretched password of a sign-in, for as long as this worker lives: nobody is asked for it twice in a row. */

/** What the server keeps to turn a password into keys. */
export interface SignInParameters {
  readonly userId: string
  readonly seed: string
  readonly kdf: KdfParameters
}

let remembered: SignInKeys | undefined

export function startSigningIn({ userId, seed, kdf }: SignInParameters, password: string): Promise<SignInKeys> {
  return signInKeys(password, { userId: parseUuid(userId), seed: passwordSeed(fromBase64url(seed)), kdf })
}

export function rememberSignIn(signIn: SignInKeys): void {
  remembered = signIn
}

export const rememberedSignIn = (userId: string): SignInKeys | undefined =>
  remembered?.userId === userId ? remembered : undefined

export function forgetSignIn(): void {
  remembered = undefined
  proof = undefined
}

let proof: { readonly userId: string; readonly authKey: string } | undefined

/** What proves the password of a sign-up to the server, so that it need not be typed again for a passkey. */
export function rememberProof(userId: string, authKey: string): void {
  proof = { userId, authKey }
}

export const rememberedProof = (userId: string): string | null => (proof?.userId === userId ? proof.authKey : null)
