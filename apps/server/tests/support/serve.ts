// The real server as a process of its own, without the pages, for tests that kill it: `serve.ts <data folder> <port>`.
import { run } from '../../src/run.ts'

const [dataFolder = '', port = ''] = process.argv.slice(2)
const server = await run({
  env: { TURNSTONE_DATA: dataFolder, PORT: port, LOG_LEVEL: 'info' },
  pages: 'none',
  onReady: () => console.log('ready'),
})
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
