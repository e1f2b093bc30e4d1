// Applies migrations until it is done or killed: node apply-migrations.ts <url> <folder>
import { migrate } from '../../src/infra/migrate.ts'

const [url = '', folder = ''] = process.argv.slice(2)
const applied = await migrate(url, folder)
console.log(JSON.stringify(applied))
