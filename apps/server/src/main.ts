import { ConfigError } from './infra/config.ts'
import { type RunningServer, run } from './run.ts'

const EXIT_FAILED = 1
const EXIT_WRONG_SETTINGS = 2
const STOP_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const PATIENCE_WHILE_STARTING_MS = 10_000

const startedAt = performance.now()
let isReady = false
const { promise: stopRequested, resolve: requestStop } = Promise.withResolvers<void>()
for (const signal of STOP_SIGNALS) process.on(signal, requestStop)
void stopRequested.then(giveUpIfStillStarting)

process.exit(await serve())

/** The life of the process: start, say where, wait for a signal, stop. Returns the exit code. */
async function serve(): Promise<number> {
  try {
    const server = await run({ env: process.env, onProgress: say, ...pagesOption(process.argv[2]) })
    isReady = true
    say('Ready')
    console.log(
      `\n  Turnstone is open at ${server.publicUrl}\n  Data: ${server.config.dataFolder}\n  Ctrl-C stops it.\n`,
    )
    await stopRequested
    return await stop(server)
  } catch (error) {
    return explain(error)
  }
}

/** A stop while we start is answered at the end of the start; one that hangs is left behind, which loses nothing. */
function giveUpIfStillStarting(): void {
  if (isReady) return
  say('Stopping as soon as this step is done')
  setTimeout(() => process.exit(EXIT_FAILED), PATIENCE_WHILE_STARTING_MS).unref()
}

/** `npm run dev` runs the pages' development server itself and says where. */
function pagesOption(url: string | undefined): { pages?: URL } {
  return url === undefined ? {} : { pages: new URL(url) }
}

async function stop(server: RunningServer): Promise<number> {
  say('Stopping')
  await server.stop()
  say('Stopped')
  return 0
}

function explain(error: unknown): number {
  if (error instanceof ConfigError) {
    for (const problem of error.problems) console.error(`  ${problem}`)
    return EXIT_WRONG_SETTINGS
  }
  console.error(`\n  ${error instanceof Error ? error.message : String(error)}\n`)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  return EXIT_FAILED
}

function say(text: string): void {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  console.log(`  ${seconds.padStart(5)} s  ${text}`)
}
