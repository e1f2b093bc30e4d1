import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { DataFolderError, lockDataFolder, openDataFolder } from '../../src/infra/data-folder.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const HOLDER = fileURLToPath(new URL('../support/hold-data-folder.ts', import.meta.url))

test('one process at a time; the next one is told who it is', async () => {
  const folder = temporaryFolder()
  const holder = await startHolder(folder)
  expect(() => lockDataFolder(folder)).toThrow(DataFolderError)
  expect(() => lockDataFolder(folder)).toThrow(`process ${holder.pid}`)
})

test('the lock of a killed process is free at once', async () => {
  const folder = temporaryFolder()
  const holder = await startHolder(folder)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  lockDataFolder(folder).release()
})

test('a folder that cannot be made is refused with the setting to change', () => {
  expect(() => openDataFolder('/dev/null/turnstone')).toThrow(/TURNSTONE_DATA/)
})

async function startHolder(folder: string) {
  const holder = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void holder.kill('SIGKILL'))
  await once(holder.stdout, 'data')
  return holder
}
