import type { Database } from '../../infra/db.ts'

/** Throws when the database does not answer. */
export async function pingDatabase({ pool }: Database): Promise<void> {
  await pool.query('SELECT 1')
}
