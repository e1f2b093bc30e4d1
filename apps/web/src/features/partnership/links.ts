import { http, type RouteReply } from '@turnstone/protocol'
import { problemOf } from '@/lib/errors'
import { call } from '@/lib/http'

/** The link there is and those that have ended, as the server tells of them: dates, and keys sealed for their owner. */
export type Links = RouteReply<typeof http.partnership.getPartnership>

/** This device's copy. What is believed of it is compared with the pins, like what the server says. */
const KEPT = 'partnership.links'

const localDb = async () => (await import('@/lib/local-db')).localDb

/** Without a connection: as this device heard of them last. Throws `offline` where it never has. */
export async function fetchLinks(): Promise<Links> {
  try {
    const links = await call(http.partnership.getPartnership)
    await (await localDb()).put('meta', links, KEPT)
    return links
  } catch (thrown) {
    if (problemOf(thrown).code !== 'offline') throw thrown
    const kept = (await (await localDb()).get('meta', KEPT)) as Links | undefined
    if (!kept) throw thrown
    return kept
  }
}
