import { isIP } from 'node:net'
import type { Config } from '../../infra/config.ts'

/** The name that passkeys are made for, from the address people open. Null for a bare number: there are none for those. */
export function domainOf({ publicOrigin }: Pick<Config, 'publicOrigin'>): string | null {
  const { hostname } = new URL(publicOrigin)
  return isIP(hostname) === 0 && !hostname.startsWith('[') ? hostname : null
}
