import { type Ack, Attend, LIMITS, PROTOCOL_VERSION, UpBeat, UpCommand } from '@turnstone/protocol'
import type { FastifyInstance } from 'fastify'
import { Server } from 'socket.io'
import type { Context } from '../context.ts'
import { announcePause, executeCommand } from '../features/check-in/commands.ts'
import { readCheckIn } from '../features/check-in/queries.ts'
import { membershipOf } from '../features/partnership/queries.ts'
import { AppError } from '../http/app-error.ts'
import { errorBodyOf } from '../http/error-replies.ts'
import { Attendance } from './attendance.ts'
import type { LiveServer, LiveSocket } from './fanout.ts'
import { allowRequest, authenticate, enterRooms } from './handshake.ts'
import { startHeartbeat } from './heartbeat.ts'

/** A device that vanished without a word is noticed after both together. */
const PING_INTERVAL_MS = 2_000
const PING_TIMEOUT_MS = 3_000

/** Sockets: authenticate, parse, dispatch. Nothing is decided here. */
export function openGateway(app: FastifyInstance, context: Context): void {
  const live: LiveServer = new Server(app.server, {
    allowRequest: allowRequest(context),
    maxHttpBufferSize: LIMITS.socketMessageBytes,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    serveClient: false,
  })
  context.fanout.attach(live, (accountId) => membershipOf(context.db, accountId))
  const attendance = new Attendance(context, live)
  const heartbeat = startHeartbeat(context, live, attendance)

  live.use(authenticate(context))
  live.on('connection', (socket) => {
    void enterRooms(context, socket)
    answer(socket, 'command', (message) => receiveCommand(context, socket, message))
    answer(socket, 'attend', (message) => receiveAttend(context, attendance, socket, message))
    socket.on(
      'beat' as never,
      (async (message: unknown) => {
        if (UpBeat.safeParse(message).success) await attendance.heard(socket)
      }) as never,
    )
    socket.on('disconnect', () => attendance.left(socket))
  })
  app.addHook('preClose', async () => {
    heartbeat.stop()
    live.emit('closed', { v: PROTOCOL_VERSION, reason: 'shutting_down' })
    live.disconnectSockets(true)
    live.engine.close()
  })
}

/** Every message is answered, also one that makes no sense. */
function answer(socket: LiveSocket, name: string, receive: (message: unknown) => Promise<Ack>): void {
  socket.on(
    name as never,
    (async (message: unknown, reply: unknown) => {
      const ack = await receive(message)
      if (typeof reply === 'function') reply(ack)
    }) as never,
  )
}

async function receiveCommand(context: Context, socket: LiveSocket, message: unknown): Promise<Ack> {
  const parsed = UpCommand.safeParse(message)
  if (!parsed.success) return refusal(message, parsed.error)
  const { accountId, member } = socket.data
  if (!member) return refusal(message, new AppError('not_linked'))
  // Before anything else: the other devices hold while we write.
  announcePause(context, member.partnershipId, parsed.data, socket.id)
  return executeCommand(context, accountId, member, parsed.data)
}

async function receiveAttend(
  context: Context,
  attendance: Attendance,
  socket: LiveSocket,
  message: unknown,
): Promise<Ack> {
  try {
    const { checkInId, commandId } = Attend.parse(message)
    if (checkInId !== null) {
      if (!socket.data.member) throw new AppError('not_linked')
      const { snapshot } = await readCheckIn(context, socket.data.member, checkInId)
      context.fanout.noteSeq(checkInId, snapshot.seq)
    }
    await attendance.attend(socket, checkInId)
    return { ok: true, commandId }
  } catch (error) {
    return refusal(message, error)
  }
}

function refusal(message: unknown, error: unknown): Ack {
  const version = fieldOf(message, 'v')
  const isOtherVersion = typeof version === 'number' && version !== PROTOCOL_VERSION
  const commandId = Attend.shape.commandId.safeParse(fieldOf(message, 'commandId')).data ?? null
  return { ok: false, commandId, error: isOtherVersion ? { code: 'unsupported_version' } : errorBodyOf(error) }
}

function fieldOf(message: unknown, name: string): unknown {
  return typeof message === 'object' && message !== null ? (message as Record<string, unknown>)[name] : undefined
}
