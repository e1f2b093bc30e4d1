import { randomUUID } from 'node:crypto'
import { BEAT_EVERY_MS } from '@turnstone/check-in'
import {
  Ack,
  type Attend,
  Change,
  DOWN,
  type Down,
  type DownName,
  PROTOCOL_VERSION,
  type UpCommand,
} from '@turnstone/protocol'
import { io, type Socket } from 'socket.io-client'

type Received = { readonly [Name in DownName]: { name: Name; message: Down<Name> } }[DownName]
type Distributed<T> = T extends unknown ? Omit<T, 'v' | 'commandId' | 'checkInId'> : never
/** A command without what every command has. */
export type CommandBody = Distributed<UpCommand>

/** A yes to what is offered first. */
export const YES: CommandBody & { type: 'willing' } = { type: 'willing', planEpoch: 0, way: 'written', pace: 'timed' }

const PATIENCE_MS = 15_000

/** One device's connection: keeps everything it was told, in order, and waits for facts. */
export class LiveDevice {
  readonly socket: Socket
  readonly received: Received[] = []
  readonly #beating: NodeJS.Timeout
  #waiting: { isMet: () => boolean; resolve: () => void }[] = []

  constructor(baseUrl: string, cookie: string, transport: 'websocket' | 'polling' = 'websocket') {
    this.socket = io(baseUrl, {
      transports: [transport],
      forceNew: true,
      reconnectionDelay: 50,
      reconnectionDelayMax: 250,
      extraHeaders: { cookie, origin: baseUrl },
    })
    for (const [name, schema] of Object.entries(DOWN)) {
      this.socket.on(name, (message: unknown) => {
        this.received.push({ name, message: schema.parse(message) } as Received)
        this.#look()
      })
    }
    this.#beating = setInterval(() => {
      if (this.socket.connected) this.socket.emit('beat', { v: PROTOCOL_VERSION })
    }, BEAT_EVERY_MS)
    this.socket.on('disconnect', () => this.#look())
    this.socket.on('connect', () => this.#look())
  }

  /** Resolves as soon as `isMet` holds; fails with `what` if it never does. */
  until(what: string, isMet: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`waited in vain for: ${what}`)), PATIENCE_MS)
      this.#waiting.push({
        isMet,
        resolve: () => {
          clearTimeout(timer)
          resolve()
        },
      })
      this.#look()
    })
  }

  connected(): Promise<void> {
    return this.until('a connection', () => this.socket.connected)
  }

  /** All messages of one kind so far. */
  all<Name extends DownName>(name: Name): Down<Name>[] {
    return this.received.filter((one) => one.name === name).map((one) => one.message as Down<Name>)
  }

  /** The newest state this device was told. */
  latest(): Down<'change'>['snapshot'] | undefined {
    return this.all('change')
      .map((change) => Change.parse(change).snapshot)
      .sort((one, other) => other.seq - one.seq)[0]
  }

  async attend(checkInId: string | null): Promise<Ack> {
    const message: Attend = { v: PROTOCOL_VERSION, commandId: randomUUID(), checkInId }
    return Ack.parse(await this.socket.timeout(PATIENCE_MS).emitWithAck('attend', message))
  }

  async send(checkInId: string, body: CommandBody, commandId: string = randomUUID()): Promise<Ack> {
    const message = { v: PROTOCOL_VERSION, commandId, checkInId, ...body }
    return Ack.parse(await this.socket.timeout(PATIENCE_MS).emitWithAck('command', message))
  }

  /** Falls silent without hanging up, like a phone that fell asleep. */
  fallSilent(): void {
    clearInterval(this.#beating)
  }

  close(): void {
    this.fallSilent()
    this.socket.close()
  }

  #look(): void {
    const met = this.#waiting.filter(({ isMet }) => isMet())
    this.#waiting = this.#waiting.filter((one) => !met.includes(one))
    for (const { resolve } of met) resolve()
  }
}
