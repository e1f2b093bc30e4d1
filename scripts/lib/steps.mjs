// One line a step: what, then how long. Output goes to a file, and its end is shown when the step fails.

import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { environment, root } from './project.mjs'

const HEAD_LINES = 8
const TAIL_LINES = 20
const TICK_MS = 1000

/** A step that failed; what there was to say has been said. */
export class StepFailed extends Error {}

/**
 * Runs a program quietly.
 * @param {string} title what is being done, in plain words
 * @param {string} program
 * @param {string[]} args
 * @param {{ advice?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 */
export async function step(title, program, args, { advice = '', env = environment, shell = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'turnstone-log-'))
  const log = join(folder, 'output.log')
  const output = openSync(log, 'w')
  const progress = showProgress(title)
  const code = await exitCode(spawn(program, args, { cwd: root, env, shell, stdio: ['ignore', output, output] }))
  closeSync(output)
  progress.done(code === 0)
  if (code !== 0) explain(log, advice)
  rmSync(folder, { recursive: true, force: true })
  if (code !== 0) throw new StepFailed(title)
}

/** @param {string} title */
function showProgress(title) {
  const startedAt = Date.now()
  const elapsed = () => `${((Date.now() - startedAt) / 1000).toFixed(1)} s`
  const isTerminal = process.stdout.isTTY
  if (!isTerminal) console.log(`  ${title} …`)
  const line = (/** @type {string} */ mark) => `\r  ${mark} ${title} (${elapsed()})   `
  const timer = isTerminal ? setInterval(() => process.stdout.write(line('…')), TICK_MS) : undefined
  if (isTerminal) process.stdout.write(line('…'))
  return {
    done(/** @type {boolean} */ isWell) {
      clearInterval(timer)
      if (isTerminal) process.stdout.write(`${line(isWell ? '✓' : '✗')}\n`)
      else console.log(`  ${isWell ? '✓' : '✗'} ${title} (${elapsed()})`)
    },
  }
}

/** @param {string} log @param {string} advice */
function explain(log, advice) {
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n')
  // Some programs say first what is wrong, others last.
  const isLong = lines.length > HEAD_LINES + TAIL_LINES
  const shown = isLong ? [...lines.slice(0, HEAD_LINES), '…', ...lines.slice(-TAIL_LINES)] : lines
  console.error(`\n    ${shown.join('\n    ')}\n`)
  if (advice) console.error(`  ${advice}\n`)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
export function exitCode(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`  ${error.message}`)
      resolve(1)
    })
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
}
