// The pages' development server, and behind the same front door our own server, restarted when its sources change.
// Data lies in .data/dev, apart from the data of `npm start`.

import { type ChildProcess, spawn } from 'node:child_process'
import { readConfig } from '../apps/server/src/infra/config.ts'
import { openDataFolder } from '../apps/server/src/infra/data-folder.ts'
import { freePort } from '../apps/server/src/infra/free-port.ts'
import { clusterExists } from '../apps/server/src/infra/postgres/cluster.ts'
import { loadSecrets } from '../apps/server/src/infra/secrets.ts'
import { pageEnvironment } from '../apps/server/src/infra/web/page-environment.ts'
import { environment, inProject } from './lib/project.mjs'
import { exitCode } from './lib/steps.mjs'

const WATCHED = ['apps/server/src', 'packages/check-in/src', 'packages/protocol/src']

const env = { ...environment, TURNSTONE_DATA: process.env.TURNSTONE_DATA ?? inProject('.data/dev') }
const pagesPort = await freePort()
const children = [startPages(pagesPort), startServer(pagesPort)]
const exits = children.map(exitCode)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAll)

process.exitCode = await Promise.race(exits) // one without the other is of no use
stopAll()
await Promise.all(exits)

function startPages(port: number): ChildProcess {
  const { config } = readConfig(env)
  openDataFolder(config.dataFolder)
  const secrets = loadSecrets(config.dataFolder, { mayCreate: !clusterExists(config.dataFolder) })
  const next = inProject('node_modules/next/dist/bin/next')
  return spawn(process.execPath, [next, 'dev', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: inProject('apps/web'),
    env: { ...environment, ...pageEnvironment(config, secrets), PORT: String(port) },
    stdio: 'inherit',
  })
}

function startServer(port: number): ChildProcess {
  const watch = WATCHED.map((path) => `--watch-path=${inProject(path)}`)
  const args = [...watch, '--watch-preserve-output', inProject('apps/server/src/main.ts'), `http://127.0.0.1:${port}`]
  return spawn(process.execPath, args, { env, stdio: 'inherit' })
}

function stopAll(): void {
  for (const child of children) child.kill('SIGTERM')
}
