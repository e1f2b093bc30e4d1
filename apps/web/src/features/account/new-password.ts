import { bytesOf } from '@/lib/name'

const PASSWORD_MIN_CHARS = 10
const PASSWORD_MAX_BYTES = 1024

/** What is wrong with a password to be; the name of a message, or null. */
export function passwordProblem(password: string): 'passwordShort' | 'passwordLong' | null {
  if ([...password].length < PASSWORD_MIN_CHARS) return 'passwordShort'
  return bytesOf(password.normalize('NFKC')) > PASSWORD_MAX_BYTES ? 'passwordLong' : null
}
