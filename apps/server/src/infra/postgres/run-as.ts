import { chownSync, readFileSync } from 'node:fs'

const CANDIDATES = ['postgres', 'nobody']

/** The user Postgres runs as where we are root, which it refuses to be. */
export type UnixUser = { readonly name: string; readonly uid: number; readonly gid: number }

/** null where Postgres simply runs as we do. */
export function postgresUser(): UnixUser | null {
  if (process.getuid?.() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of CANDIDATES) {
    const account = accounts.find((fields) => fields[0] === name)
    if (account) return { name, uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new Error('Running as root, and there is neither a "postgres" nor a "nobody" user to run PostgreSQL as.')
}

/** Hands a file or folder to that user. */
export function giveTo(user: UnixUser | null, path: string): void {
  if (user) chownSync(path, user.uid, user.gid)
}
