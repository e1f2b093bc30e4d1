/** True when Prisma was refused by a unique index; the name of the index is where the driver adapter puts it. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
