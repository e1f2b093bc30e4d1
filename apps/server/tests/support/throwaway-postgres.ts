import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDataFolder } from '../../src/infra/data-folder.ts'
import { Cluster } from '../../src/infra/postgres/cluster.ts'

// Nothing here has to survive a power cut.
const FAST_AND_FORGETFUL = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** A server in a temporary folder; `stop` removes both. */
export type ThrowawayPostgres = { url(database: string): string; stop(): Promise<void> }

export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-postgres-'))
  openDataFolder(folder)
  const cluster = await Cluster.open(folder, FAST_AND_FORGETFUL)
  await cluster.start()
  return {
    url: (database) => cluster.url(database),
    async stop() {
      await cluster.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
