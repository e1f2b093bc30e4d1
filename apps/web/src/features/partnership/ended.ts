import type { http, RouteReply } from '@turnstone/protocol'

/** The links that have ended, as the server tells of them: dates, and keys sealed for their owner. */
export type Ended = RouteReply<typeof http.partnership.getPartnership>['past']

/** This device's copy, for reading what is left of them without a connection. */
const ENDED = 'partnership.ended'

const localDb = async () => (await import('@/lib/local-db')).localDb()

export async function keepEnded(ended: Ended): Promise<void> {
  if (ended.length > 0) await (await localDb()).put('meta', ended, ENDED)
}

export async function keptEnded(): Promise<Ended | null> {
  return ((await (await localDb()).get('meta', ENDED)) as Ended | undefined) ?? null
}
