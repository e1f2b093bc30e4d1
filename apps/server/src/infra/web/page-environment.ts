import { type Config, localUrl } from '../config.ts'
import type { Secrets } from '../secrets.ts'

/** All the page server gets to know: enough to issue the session cookie, nothing that opens the database. */
export function pageEnvironment(config: Config, secrets: Secrets): Record<string, string> {
  return {
    NEXTAUTH_URL: config.publicOrigin,
    NEXTAUTH_SECRET: secrets.authSecret,
    TURNSTONE_INTERNAL_URL: localUrl(config),
    TURNSTONE_INTERNAL_TOKEN: secrets.internalToken,
  }
}
