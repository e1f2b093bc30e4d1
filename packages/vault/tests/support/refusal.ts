import { VaultError } from '../../src/errors.ts'

/**
 * How a call was refused: `code`, or `code: field`. `opened` if it was not, and `foreign: …` for any exception that is
 * not the vault's own, so that neither can pass for a refusal.
 */
export async function refusal(attempt: () => unknown): Promise<string> {
  try {
    await attempt()
    return 'opened'
  } catch (error) {
    if (error instanceof VaultError && error.cause === undefined) return error.message
    return `foreign: ${String(error)}`
  }
}

export async function refusalCode(attempt: () => unknown): Promise<string> {
  return (await refusal(attempt)).split(':')[0] ?? ''
}
