import * as z from 'zod'
import { Ack, DOWN } from '../down.ts'
import { Attend, UpBeat, UpCommand } from '../up.ts'
import { PROTOCOL_VERSION } from '../version.ts'

const schema = (of: z.ZodType) => z.toJSONSchema(of, { unrepresentable: 'any' })
const message = (name: string, of: z.ZodType) => ({ name, payload: schema(of) })

/** The AsyncAPI 3.0 document of the Socket.IO messages, made from their schemas. */
export function asyncApiDocument(serverUrl: string): object {
  const { host, protocol } = new URL(serverUrl)
  const downs = Object.entries(DOWN)
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Turnstone, live',
      version: String(PROTOCOL_VERSION),
      description:
        'Socket.IO on this origin. Identity comes from the session cookie of the handshake, never from a message.',
    },
    servers: { here: { host, protocol: protocol === 'https:' ? 'wss' : 'ws', pathname: '/socket.io/' } },
    channels: {
      live: {
        address: '/',
        messages: {
          command: message('command', UpCommand),
          attend: message('attend', Attend),
          deviceBeat: { ...message('beat', UpBeat), summary: 'From a device; the server’s own beat is `beat`.' },
          ack: message('ack', Ack),
          ...Object.fromEntries(downs.map(([name, of]) => [name, message(name, of)])),
        },
      },
    },
    operations: {
      command: receives('command', 'A device says something; the acknowledgement comes after the commit.'),
      attend: receives('attend', 'A device shows the check-in, or no longer does.'),
      deviceBeat: {
        action: 'receive',
        summary: 'A device that attends is here and in order. Not answered.',
        channel: { $ref: '#/channels/live' },
        messages: [{ $ref: '#/channels/live/messages/deviceBeat' }],
      },
      ...Object.fromEntries(
        downs.map(([name]) => [
          name,
          {
            action: 'send',
            channel: { $ref: '#/channels/live' },
            messages: [{ $ref: `#/channels/live/messages/${name}` }],
          },
        ]),
      ),
    },
  }
}

function receives(name: string, summary: string): object {
  return {
    action: 'receive',
    summary,
    channel: { $ref: '#/channels/live' },
    messages: [{ $ref: `#/channels/live/messages/${name}` }],
    reply: { channel: { $ref: '#/channels/live' }, messages: [{ $ref: '#/channels/live/messages/ack' }] },
  }
}
