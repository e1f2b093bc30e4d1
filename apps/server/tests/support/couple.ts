import { randomUUID } from 'node:crypto'
import { DEFAULT_RULES, type Rules } from '@turnstone/check-in'
import type { Ack, Utterance } from '@turnstone/protocol'
import { type CommandBody, type LiveDevice, linkedCouple, type ScriptedPartner, YES } from '@turnstone/testkit'
import type { TestServer } from './server.ts'

const NO_BREATH: Rules = { ...DEFAULT_RULES, breathMs: 0 }
type Yes = Partial<typeof YES>

/** Two people on their phones in one check-in. Ana sits in seat a. */
export class Couple {
  readonly ana: Side
  readonly ben: Side
  readonly #server: TestServer

  private constructor(server: TestServer, ana: Side, ben: Side) {
    this.#server = server
    this.ana = ana
    this.ben = ben
  }

  static async meet(server: TestServer, rules = NO_BREATH): Promise<Couple> {
    const { ana, ben } = await linkedCouple(server.url, server.issueCookie, rules)
    const { checkInId } = await ana.checkIn()
    return new Couple(
      server,
      new Side(ana, await ana.openDevice(), checkInId),
      new Side(ben, await ben.openDevice(), checkInId),
    )
  }

  attend = async (): Promise<void> => {
    for (const { phone, checkInId } of [this.ana, this.ben]) await phone.attend(checkInId)
  }

  /** Chooses, says yes on both sides, and waits until both see it run. */
  async open({ format, minutes }: { format?: string; minutes?: number } = {}, yes: Yes = {}): Promise<void> {
    await this.attend()
    if (format !== undefined && minutes !== undefined) await this.ana.does({ type: 'choose', format, minutes })
    const { planEpoch } = (await this.ana.person.checkIn()).snapshot
    for (const side of [this.ana, this.ben]) await side.does({ ...YES, ...yes, planEpoch })
    await this.bothSee('a running check-in', ({ phase }) => phase.kind === 'running')
  }

  async bothSee(what: string, isSeen: (snapshot: Snapshot) => boolean): Promise<void> {
    for (const { phone } of [this.ana, this.ben]) {
      await phone.until(what, () => {
        const snapshot = phone.latest()
        return snapshot !== undefined && isSeen(snapshot)
      })
    }
  }

  bothSeeFloor(what: string, floor: Partial<Record<string, unknown>>): Promise<void> {
    return this.bothSee(what, ({ phase }) => {
      if (phase.kind !== 'running') return false
      const shown: Record<string, unknown> = { ...phase.floor }
      return Object.entries(floor).every(([name, value]) => shown[name] === value)
    })
  }

  /** Both say that they go on, after the shortest break. Nobody has said their line. */
  async comingBack(): Promise<void> {
    this.#server.clock.advance(DEFAULT_RULES.cooldownMs)
    const { freezeEpoch } = (await this.ana.person.checkIn()).snapshot
    for (const { person, phone, checkInId } of [this.ana, this.ben]) {
      const signature = await person.readySignature(checkInId, freezeEpoch)
      await phone.send(checkInId, { type: 'ready', freezeEpoch, rung: 0, signature })
    }
    await this.bothSee('coming back', ({ phase }) => phase.kind === 'returning')
  }

  letTimePass(ms: number): Promise<void> {
    return this.#server.letTimePass(ms, this.attend)
  }

  close(): void {
    for (const { phone } of [this.ana, this.ben]) phone.close()
  }
}

type Snapshot = NonNullable<ReturnType<LiveDevice['latest']>>

class Side {
  readonly person: ScriptedPartner
  readonly phone: LiveDevice
  readonly checkInId: string

  constructor(person: ScriptedPartner, phone: LiveDevice, checkInId: string) {
    this.person = person
    this.phone = phone
    this.checkInId = checkInId
  }

  tries(command: CommandBody): Promise<Ack> {
    return this.phone.send(this.checkInId, command)
  }

  /** Fails when it is refused. */
  async does(command: CommandBody): Promise<Ack> {
    const ack = await this.tries(command)
    if (!ack.ok) throw new Error(`${this.person.name} may not ${command.type}: ${ack.error.code}`)
    return ack
  }

  async refusalOf(command: CommandBody): Promise<string> {
    const ack = await this.tries(command)
    return ack.ok ? 'not refused' : ack.error.code
  }

  async utter(turn: number, text: string): Promise<Ack> {
    const utteranceId = randomUUID()
    const envelope = await this.person.sealUtterance(this.checkInId, utteranceId, text)
    return this.tries({ type: 'utter', turn, utteranceId, envelope })
  }

  async offerLine(text: string): Promise<Ack> {
    const lineId = randomUUID()
    return this.tries({ type: 'line', lineId, envelope: await this.person.sealUtterance(this.checkInId, lineId, text) })
  }

  /** Comes back from a pause with a line. */
  async reenter(freezeEpoch: number, text: string, another = false): Promise<Ack> {
    const lineId = randomUUID()
    const envelope = await this.person.sealUtterance(this.checkInId, lineId, text)
    return this.tries({ type: 'reenter', freezeEpoch, line: { lineId, envelope }, another })
  }

  /** What came to this phone, once there is one of this kind. */
  async heard(kind: Utterance['kind']): Promise<Utterance> {
    const find = () =>
      this.phone
        .all('change')
        .flatMap(({ utterances }) => utterances)
        .find((one) => one.kind === kind)
    await this.phone.until(`a ${kind}`, () => find() !== undefined)
    const utterance = find()
    if (!utterance) throw new Error('unreachable')
    return utterance
  }
}
