import type { Instant } from '@turnstone/check-in'
import { type Down, type DownName, PROTOCOL_VERSION } from '@turnstone/protocol'
import type { Server, Socket } from 'socket.io'
import type { Membership } from '../features/partnership/queries.ts'

/** What a socket is, by its handshake. `attending` is the check-in its device shows. */
export interface SocketData {
  accountId: string
  sessionId: string
  member: Membership | null
  attending: string | null
  /** When the device last said that it is here and in order; null while it has gone silent. */
  heardAt: Instant | null
}

type Events = { [Name in DownName]: (message: Down<Name>) => void }
export type LiveServer = Server<Record<string, never>, Events, Record<string, never>, SocketData>
export type LiveSocket = Socket<Record<string, never>, Events, Record<string, never>, SocketData>

export const roomOf = {
  account: (id: string) => `account:${id}`,
  session: (id: string) => `session:${id}`,
  partnership: (id: string) => `partnership:${id}`,
  checkIn: (id: string) => `check-in:${id}`,
}

/** Tells devices what they may know. Sockets are hints: whoever missed a message sees the gap in `seq` and asks. */
export class Fanout {
  #live: LiveServer | null = null
  #membershipOf: (accountId: string) => Promise<Membership | null> = async () => null
  readonly #seqs = new Map<string, number>()

  attach(live: LiveServer, membershipOf: (accountId: string) => Promise<Membership | null>): void {
    this.#live = live
    this.#membershipOf = membershipOf
  }

  /** To all devices of both, but the one that pressed. */
  hold(partnershipId: string, message: Down<'hold'>, exceptSocketId?: string): void {
    const everyone = this.#live?.to(roomOf.partnership(partnershipId))
    if (exceptSocketId) everyone?.except(exceptSocketId).emit('hold', message)
    else everyone?.emit('hold', message)
  }

  change(partnershipId: string, message: Down<'change'>): void {
    this.noteSeq(message.checkInId, message.snapshot.seq)
    this.#live?.to(roomOf.partnership(partnershipId)).emit('change', message)
  }

  /** To all devices of both, as long as they are linked. */
  pokeBoth(partnershipId: string, noun: Down<'poke'>['noun']): void {
    this.#live?.to(roomOf.partnership(partnershipId)).emit('poke', { v: PROTOCOL_VERSION, noun })
  }

  poke(accountIds: readonly string[], noun: Down<'poke'>['noun']): void {
    this.#live?.to(accountIds.map(roomOf.account)).emit('poke', { v: PROTOCOL_VERSION, noun })
  }

  /** The newest `seq` this process knows of a check-in; it goes out with every beat. */
  seqOf(checkInId: string): number {
    return this.#seqs.get(checkInId) ?? 0
  }

  noteSeq(checkInId: string, seq: number): void {
    if (seq > this.seqOf(checkInId)) this.#seqs.set(checkInId, seq)
  }

  forgetSeq(checkInId: string): void {
    this.#seqs.delete(checkInId)
  }

  /** Says why, then closes every socket of the session. */
  closeSession(sessionId: string): void {
    const sockets = this.#live?.in(roomOf.session(sessionId))
    sockets?.emit('closed', { v: PROTOCOL_VERSION, reason: 'signed_out' })
    sockets?.disconnectSockets(true)
  }

  /** Whether a device of this session shows this check-in, and beats. */
  isAttending(sessionId: string, checkInId: string): boolean {
    return this.#sockets().some(
      ({ data }) => data.sessionId === sessionId && data.attending === checkInId && data.heardAt !== null,
    )
  }

  /** After a link came about, sockets that were open before it belong to it too. */
  async membershipChanged(accountIds: readonly string[]): Promise<void> {
    for (const accountId of accountIds) for (const socket of this.#socketsOf(accountId)) await this.settle(socket)
  }

  /** After a link has ended, at once: what is said to the two from here on reaches nobody, nor does a beat. */
  linkEnded(partnershipId: string): void {
    for (const { data } of this.#sockets()) {
      if (data.member?.partnershipId !== partnershipId) continue
      if (data.attending !== null) {
        this.#live?.socketsLeave(roomOf.checkIn(data.attending))
        this.forgetSeq(data.attending)
      }
      data.member = null
      data.attending = null
      data.heardAt = null
    }
    this.#live?.socketsLeave(roomOf.partnership(partnershipId))
  }

  /**
   * Brings a socket's link in line with the database. Asked again after each change, because a link may end between the
   * answer and its use.
   */
  async settle(socket: LiveSocket): Promise<void> {
    const { data } = socket
    const member = await this.#membershipOf(data.accountId)
    if (member?.partnershipId === data.member?.partnershipId) return
    if (data.member) await socket.leave(roomOf.partnership(data.member.partnershipId))
    data.member = member
    if (member) await socket.join(roomOf.partnership(member.partnershipId))
    await this.settle(socket)
  }

  #socketsOf(accountId: string): LiveSocket[] {
    return this.#sockets().filter((socket) => socket.data.accountId === accountId)
  }

  #sockets(): LiveSocket[] {
    return [...(this.#live?.sockets.sockets.values() ?? [])]
  }
}
