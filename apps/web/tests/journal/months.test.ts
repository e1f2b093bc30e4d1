import { expect, it } from 'vitest'
import { byMonth } from '@/features/journal/months'
import type { Opened } from '@/features/journal/store'

const at = (entryId: string, ...[year, month, day]: [number, number, number]): Opened => ({
  kind: 'unreadable',
  entryId,
  atMs: new Date(year, month - 1, day, 12).getTime(),
})

it('opens a month only where something was kept, newest first, in the colour of its quarter', () => {
  const entries = [at('d', 2027, 1, 3), at('c', 2026, 11, 22), at('b', 2026, 11, 1), at('a', 2026, 3, 31)]
  expect(
    byMonth(entries).map(({ key, quarter, entries: kept }) => [key, quarter, kept.map((one) => one.entryId)]),
  ).toEqual([
    ['2027-01', 1, ['d']],
    ['2026-11', 4, ['c', 'b']],
    ['2026-03', 1, ['a']],
  ])
})
