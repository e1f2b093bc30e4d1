import type { LiveDevice } from '@turnstone/testkit'
import type { Database } from '../../src/infra/db.ts'

/* What a partner and an operator can look at, as text without ids and times. */

/** Ids and times stand for themselves; everything else is compared byte for byte. */
export function withoutIdsAndTimes(text: string): string {
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)?/g, '<time>')
    .replaceAll(/("(?:\w+_ms|\w+Ms|time)": ?)"?\d+"?/g, '$1<time>')
}

/** Everything the device was told since `from`. How many beats came is only time: they count once each. */
export function toldSince(device: LiveDevice, from: number): readonly string[] {
  const told = device.received
    .slice(from)
    .map(({ name, message }) => [name, withoutIdsAndTimes(JSON.stringify(message))])
  const beats = new Set(told.flatMap(([name, message]) => (name === 'beat' ? [`beat ${message}`] : [])))
  return [...beats, ...told.flatMap(([name, message]) => (name === 'beat' ? [] : [`${name} ${message}`]))]
}

/** Every row of every table. */
export async function rowsOf({ pool }: Database): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  const all: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM "${name}" t`)
    all.push(...rows.map(({ row }) => withoutIdsAndTimes(`${name} ${row}`)))
  }
  return all
}

/** What came and what went, from one look at the rows to the next. */
export function traceBetween(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...missingFrom(after, before).map((row) => `+ ${row}`),
    ...missingFrom(before, after).map((row) => `- ${row}`),
  ].toSorted()
}

function missingFrom(rows: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}
