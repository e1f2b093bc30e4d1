// Keeps the README's table of settings equal to the server's own:
//   node scripts/settings-table.ts                    prints it
//   node scripts/settings-table.ts --write README.md  puts it between the marks
//   node scripts/settings-table.ts --check README.md  fails where it differs

import { readFileSync, writeFileSync } from 'node:fs'
import { settingsTable } from '../apps/server/src/infra/settings.ts'

const BEGIN = '<!-- settings: written by "npm run settings" -->'
const END = '<!-- /settings -->'

const [mode, file] = process.argv.slice(2)
if (mode === undefined || file === undefined) console.log(settingsTable())
else if (mode === '--write') writeFileSync(file, withTable(readFileSync(file, 'utf8')))
else if (withTable(readFileSync(file, 'utf8')) !== readFileSync(file, 'utf8'))
  fail(`${file}: the table of settings is old. Run "npm run settings".`)

/** The file's text as it should be. */
function withTable(text: string): string {
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (before === undefined || after === undefined)
    fail(`${file}: there is no place for the table of settings, between\n${BEGIN}\n${END}`)
  return `${before}${BEGIN}\n${settingsTable()}\n${END}${after}`
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
