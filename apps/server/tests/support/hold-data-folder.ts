// Holds a data folder's lock until it is killed.
import { lockDataFolder } from '../../src/infra/data-folder.ts'

lockDataFolder(process.argv[2] ?? '')
console.log('held')
setInterval(() => {}, 1_000)
