// Reads how many tests passed and failed from the reports of the test runners.

import { existsSync, readFileSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number }} Result */

/**
 * A report that is missing counts nothing; the runner's exit code tells of that.
 * @param {string} file vitest's JSON report
 * @returns {Result}
 */
export function vitestResult(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const report = JSON.parse(readFileSync(file, 'utf8'))
  // A file that does not even load holds no test that could fail.
  const broken = report.testResults.filter(
    (/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/**
 * @param {string} file Playwright's JSON report
 * @returns {Result}
 */
export function playwrightResult(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 }
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8'))
  // One that passes only sometimes has failed.
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.unexpected === 0 ? errors.length : 0),
  }
}
