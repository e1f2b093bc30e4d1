import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** What a server writes about itself into its data folder. */
export type PidFile = { readonly pid: number; readonly port: number }

export function readPidFile(pgdata: string): PidFile | null {
  try {
    const [pid, , , port] = readFileSync(pidFilePath(pgdata), 'utf8').split('\n')
    return { pid: Number(pid), port: Number(port) }
  } catch {
    return null // no server, or one that stopped just now
  }
}

export function removePidFile(pgdata: string): void {
  rmSync(pidFilePath(pgdata), { force: true })
}

/**
 * The file outlives a server that was killed, and its process id may be a zombie's or somebody else's by now. Then
 * Postgres itself would refuse to start, so this looks closer.
 */
export function isServerOf(pgdata: string, pid: number): boolean {
  return process.platform === 'linux' ? isServerOnLinux(pgdata, pid) : isAnyProcess(pid)
}

function isServerOnLinux(pgdata: string, pid: number): boolean {
  try {
    const isDead = /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
    return !isDead && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(pgdata)
  } catch {
    return false // no such process
  }
}

function isAnyProcess(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function pidFilePath(pgdata: string): string {
  return join(pgdata, 'postmaster.pid')
}
