// `npm run demo`, once everything is installed and built: a data folder with two people who have used Turnstone for four
// months, and the service on it. The folder lies beside the real one and is told from it by its `demo.json`.

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig } from '../apps/server/src/infra/config.ts'
import { makeHistory, type SignIn } from './demo/history.ts'
import { inProject, modernNode } from './lib/project.mjs'
import { exitCode } from './lib/steps.mjs'

/** `making`: a start that was broken off; it begins again. */
type Mark = { readonly state: 'making' } | { readonly state: 'made'; readonly people: readonly SignIn[] }

const folder = process.env.TURNSTONE_DATA ?? `${readConfig({}).config.dataFolder}-demo`
const markFile = join(folder, 'demo.json')
const mark = readMark()
const people = mark?.state === 'made' ? mark.people : await make()
tell(people)
process.exitCode = await serve()

function readMark(): Mark | null {
  if (existsSync(markFile)) return JSON.parse(readFileSync(markFile, 'utf8')) as Mark
  if (!existsSync(folder) || readdirSync(folder).length === 0) return null
  console.error(`\n  ${folder} is not empty and not a demo. Nothing in it was touched.\n`)
  process.exit(2)
}

async function make(): Promise<readonly SignIn[]> {
  console.log('  Living through four months (about a minute)')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  write({ state: 'making' })
  const made = await makeHistory(folder, (step) => console.log(`    ${step}`))
  write({ state: 'made', people: made })
  return made
}

function write(mark: Mark): void {
  writeFileSync(markFile, JSON.stringify(mark, null, 2))
}

function tell(people: readonly SignIn[]): void {
  console.log('\n  Two people, who do not exist. On a device of their own each needs all three:\n')
  for (const { name, email, password, accountKey } of people)
    console.log(`  ${name}\n    e-mail       ${email}\n    password     ${password}\n    account key  ${accountKey}\n`)
}

/** The service as `npm start` runs it. It says where it is open. */
function serve(): Promise<number> {
  const env = { ...process.env, TURNSTONE_DATA: folder }
  const child = spawn(modernNode(), [inProject('apps/server/src/main.ts')], { env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return exitCode(child)
}
