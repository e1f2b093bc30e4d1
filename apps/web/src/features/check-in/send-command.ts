import { type Ack, PROTOCOL_VERSION, type UpCommand } from '@turnstone/protocol'
import type { Ports } from './ports'
import { unheard } from './unheard'

type Unaddressed<C> = C extends UpCommand ? Omit<C, 'v' | 'commandId' | 'checkInId'> : never
/** A command without what every command has. */
export type CommandBody = Unaddressed<UpCommand>

export interface Address {
  readonly checkInId: string
  readonly commandId: string
}

/** Any command but a pause: over the socket, and over HTTP when nothing was heard. Null when neither answered. */
export async function sendCommand(ports: Ports, address: Address, body: CommandBody): Promise<Ack | null> {
  const command = { v: PROTOCOL_VERSION, ...address, ...body } as UpCommand
  for (const send of [ports.sendOverSocket, ports.sendOverHttp]) {
    try {
      return await send(command)
    } catch (thrown) {
      unheard(thrown)
    }
  }
  return null
}
