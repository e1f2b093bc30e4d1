// The real server as a process of its own: `serve.ts <data folder> <port> [with pages]`. Tests kill it; with an IPC
// channel they also move its clock, by `{ advanceMs }`, which is answered when it has moved, and are told `{ posted }` of
// every push, which goes to a push service in the same process.
import { SteeredClock } from '@turnstone/testkit'
import { run } from '../../src/run.ts'
import { PushService } from './push-service.ts'

const [dataFolder = '', port = '', pages] = process.argv.slice(2)
const clock = new SteeredClock({ flowing: true })
const pushService = await PushService.open(({ path, body }) => {
  process.send?.({ posted: { path, body: body.toString('base64url') } })
})
const server = await run({
  env: { TURNSTONE_DATA: dataFolder, PORT: port, LOG_LEVEL: 'info' },
  clock,
  pushAgent: pushService.agent(),
  pages: pages ? 'built' : 'none',
  onReady: () => console.log('ready'),
})
process.on('message', ({ advanceMs }: { advanceMs: number }) => {
  clock.advance(advanceMs)
  process.send?.({ advancedMs: advanceMs })
})
process.on('SIGTERM', async () => {
  await server.stop()
  process.exit(0)
})
