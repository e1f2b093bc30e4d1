import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below those that systems give to outgoing connections, any of which could take a port before it is listened on. */
const FIRST = 15_000
const LAST = 32_000
const TRIES = 100

/** A port on 127.0.0.1 that is free at this moment: `wanted` if it is one, else any that nobody is given by chance. */
export async function freePort(wanted?: number): Promise<number> {
  if (wanted !== undefined && (await canListen(wanted))) return wanted
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = randomInt(FIRST, LAST)
    if (await canListen(port)) return port
  }
  throw new Error('no free port on 127.0.0.1')
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)))
  })
}
