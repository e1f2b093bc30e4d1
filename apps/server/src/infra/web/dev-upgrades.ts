import type { IncomingMessage, Server } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

const DEV_PATHS = '/_next/'

/** In development only: passes the page server's reload socket through the front door. */
export function forwardDevUpgrades(server: Server, upstream: string): void {
  const { hostname, port } = new URL(upstream)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!request.url?.startsWith(DEV_PATHS)) return
    const onward = connect({ host: hostname, port: Number(port) }, () => {
      onward.write(`${requestHead(request)}\r\n\r\n`)
      onward.write(head)
      socket.pipe(onward).pipe(socket)
    })
    // Either side may go away at any time; the page reconnects by itself.
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
}

function requestHead(request: IncomingMessage): string {
  const lines = [`${request.method} ${request.url} HTTP/1.1`]
  for (let i = 0; i < request.rawHeaders.length; i += 2)
    lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`)
  return lines.join('\r\n')
}
