/** Same in all its parts; equal parts that are the same object are not looked into. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const [entries, others] = [Object.entries(one), Object.entries(other)]
  const of = other as Record<string, unknown>
  return entries.length === others.length && entries.every(([name, value]) => name in of && isSame(value, of[name]))
}
