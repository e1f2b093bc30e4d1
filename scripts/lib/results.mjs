// Reads how many tests passed, and which failed, from the reports of the test runners.

import { existsSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inProject } from './project.mjs'

/** @typedef {{ passed: number, failed: string[] }} Result The names of those that failed, each with its file. */

/**
 * A report that is missing counts nothing; the runner's exit code tells of that.
 * @param {string} file vitest's JSON report
 * @returns {Result}
 */
export function vitestResult(file) {
  if (!existsSync(file)) return { passed: 0, failed: [] }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  const failed = report.testResults.flatMap((/** @type {any} */ suite) => {
    const name = relative(inProject(''), suite.name)
    // A file that does not even load holds no test that could fail.
    if (suite.status === 'failed' && suite.assertionResults.length === 0) return [name]
    const tests = suite.assertionResults.filter((/** @type {any} */ test) => test.status === 'failed')
    return tests.map((/** @type {any} */ test) => `${name} › ${test.fullName}`)
  })
  return { passed: report.numPassedTests, failed }
}

/**
 * @param {string} file Playwright's JSON report
 * @returns {Result}
 */
export function playwrightResult(file) {
  if (!existsSync(file)) return { passed: 0, failed: [] }
  const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8'))
  const failed = suites.flatMap(failedSpecs)
  const outsideOfTests = errors.map((/** @type {any} */ error) => error.message)
  return { passed: stats.expected, failed: failed.length > 0 ? failed : outsideOfTests }
}

/**
 * One that passes only sometimes has failed.
 * @param {any} suite
 * @returns {string[]}
 */
function failedSpecs({ specs = [], suites = [] }) {
  const failed = specs.filter((/** @type {any} */ spec) =>
    spec.tests.some((/** @type {any} */ test) => test.status === 'unexpected' || test.status === 'flaky'),
  )
  return [
    ...failed.map((/** @type {any} */ spec) => `${spec.file}:${spec.line} › ${spec.title}`),
    ...suites.flatMap(failedSpecs),
  ]
}
