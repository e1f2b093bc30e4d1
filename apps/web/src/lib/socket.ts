import {
  Ack,
  type Attend,
  DOWN,
  type Down,
  type DownName,
  PROTOCOL_VERSION,
  type UpBeat,
  type UpCommand,
} from '@turnstone/protocol'
import type { Socket } from 'socket.io-client'
import { ApiError } from './errors'

const ACK_TIMEOUT_MS = 5_000

export type LiveState = 'connecting' | 'connected' | 'lost'
type Listener<Name extends DownName> = (message: Down<Name>) => void

/**
 * The tab's one live connection. It reconnects for ever and decides nothing: what a lost connection or an unknown
 * message means is the features' business.
 */
export class Live {
  #socket: Promise<Socket> | undefined
  #state: LiveState = 'connecting'
  readonly #down: { [Name in DownName]: Set<Listener<Name>> } = {
    hold: new Set(),
    change: new Set(),
    beat: new Set(),
    poke: new Set(),
    closed: new Set(),
  }
  readonly #states = new Set<(state: LiveState) => void>()
  readonly #unknown = new Set<(name: string) => void>()

  get state(): LiveState {
    return this.#state
  }

  /** Connects, if nobody has yet. Listening and sending do it by themselves. */
  open(): void {
    void this.#connected()
  }

  /** Hangs up; the next use connects again. Needed when the session changes. */
  async close(): Promise<void> {
    const socket = this.#socket
    this.#socket = undefined
    this.#to('connecting')
    if (socket) (await socket).disconnect()
  }

  /** Resolves with the server's answer. Throws `offline` when none came in time: the command may or may not be committed. */
  send(command: UpCommand): Promise<Ack> {
    return this.#ask('command', command)
  }

  /** Says which check-in this device shows; once per connection, so whoever attends says it again after every connect. */
  attend(attend: Attend): Promise<Ack> {
    return this.#ask('attend', attend)
  }

  /** This device is here and in order. Said to whoever is connected, never kept for later. */
  beat(): void {
    const beat: UpBeat = { v: PROTOCOL_VERSION }
    void this.#socket?.then((socket) => socket.volatile.emit('beat', beat))
  }

  async #ask(name: 'command' | 'attend', message: UpCommand | Attend): Promise<Ack> {
    const socket = await this.#connected()
    let answer: unknown
    try {
      answer = await socket.timeout(ACK_TIMEOUT_MS).emitWithAck(name, message)
    } catch {
      throw new ApiError('offline')
    }
    const ack = Ack.safeParse(answer)
    if (!ack.success) throw new ApiError('unreadable')
    return ack.data
  }

  on<Name extends DownName>(name: Name, listener: Listener<Name>): () => void {
    this.open()
    return added(this.#down[name], listener)
  }

  /** Called at once with the present state, then at every change. */
  onState(listener: (state: LiveState) => void): () => void {
    this.open()
    listener(this.#state)
    return added(this.#states, listener)
  }

  /** A message this version does not understand: hold, and reload. */
  onUnknown(listener: (name: string) => void): () => void {
    return added(this.#unknown, listener)
  }

  #connected(): Promise<Socket> {
    this.#socket ??= this.#connect()
    return this.#socket
  }

  async #connect(): Promise<Socket> {
    const { io } = await import('socket.io-client')
    const socket = io({
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 250,
      reconnectionDelayMax: 4_000,
      randomizationFactor: 0.5,
      auth: { v: PROTOCOL_VERSION },
    })
    socket.on('connect', () => this.#to('connected'))
    socket.on('disconnect', () => this.#to('lost'))
    socket.on('connect_error', () => this.#to('lost'))
    socket.onAny((name: string, message: unknown) => this.#receive(name, message))
    return socket
  }

  #to(state: LiveState): void {
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#states) listener(state)
  }

  #receive(name: string, message: unknown): void {
    if (isDownName(name)) this.#parse(name, message)
    else this.#report(name)
  }

  #parse<Name extends DownName>(name: Name, message: unknown): void {
    const parsed = DOWN[name].safeParse(message)
    if (!parsed.success) {
      this.#report(name)
      return
    }
    for (const listener of this.#down[name]) listener(parsed.data as Down<Name>)
  }

  #report(name: string): void {
    for (const listener of this.#unknown) listener(name)
  }
}

const isDownName = (name: string): name is DownName => Object.hasOwn(DOWN, name)

function added<T>(set: Set<T>, item: T): () => void {
  set.add(item)
  return () => set.delete(item)
}

export const live = new Live()
