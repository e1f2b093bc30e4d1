import { randomUUID } from 'node:crypto'
import { http } from '../../packages/protocol/src/index.ts'
import type { CommandBody, LiveDevice, ScriptedPartner, SteeredClock } from '../../packages/testkit/src/index.ts'
import type { People } from './history.ts'
import type { CheckInEvent, Who } from './story.ts'

const MINUTE_MS = 60_000
const WHO = ['june', 'mateo'] as const

/** One check-in from the yes to the record. What is said is not part of a history: it is gone at the end. */
export async function holdCheckIn(event: CheckInEvent, people: People, clock: SteeredClock): Promise<void> {
  const { checkInId } = await people.june.checkIn()
  const room = new Room(people, clock, checkInId)
  await room.open(event)
  try {
    const { plan } = room.snapshot
    const stopsAt = Math.ceil(plan.turns.length / 2)
    for (let turn = 1; turn <= plan.turns.length; turn += 1) {
      if (turn === stopsAt && event.course !== 'whole') {
        await room.pause()
        if (event.course === 'set down') return await room.end()
        await room.resume()
      }
      await room.takeTurn(turn, plan.turns[turn - 1]?.reflection ?? false)
    }
    for (const { by, text } of event.lines ?? []) await room.keepLine(by, text)
    await room.end()
  } finally {
    room.close()
  }
}

class Room {
  readonly #people: People
  readonly #clock: SteeredClock
  readonly #checkInId: string
  #phones: Readonly<Record<Who, LiveDevice>> | null = null

  constructor(people: People, clock: SteeredClock, checkInId: string) {
    this.#people = people
    this.#clock = clock
    this.#checkInId = checkInId
  }

  get snapshot() {
    const snapshot = this.#phone('june').latest()
    if (!snapshot) throw new Error('nothing was heard of the check-in')
    return snapshot
  }

  async open({ format, minutes }: CheckInEvent): Promise<void> {
    const [june, mateo] = await Promise.all(WHO.map((who) => this.#people[who].openDevice()))
    if (!june || !mateo) throw new Error('two phones')
    this.#phones = { june, mateo }
    for (const phone of [june, mateo]) await phone.attend(this.#checkInId)
    await this.#does('june', { type: 'choose', format, minutes })
    const { planEpoch } = (await this.#people.june.checkIn(this.#checkInId)).snapshot
    for (const who of WHO) await this.#does(who, { type: 'willing', planEpoch, way: 'aloud', pace: 'timed' })
    await this.#bothSee('it is open', ({ phase }) => phase.kind === 'running')
  }

  /** A minute or two go by, and the stone with them. */
  async takeTurn(turn: number, saidBack: boolean): Promise<void> {
    await this.#bothSee(`turn ${turn}`, ({ phase }) => phase.kind === 'running' && phase.floor.turn === turn)
    const holder = this.#holder()
    this.#clock.advance(MINUTE_MS + (turn % 3) * 20_000)
    await this.#does(holder, { type: 'pass', turn })
    if (!saidBack) return
    await this.#bothSee('the saying back', ({ phase }) => phase.kind === 'running' && phase.floor.kind === 'reflection')
    await this.#does(other(holder), { type: 'sayBack', turn, round: 1 })
    await this.#does(holder, { type: 'answer', turn, round: 1, answer: 'thatsIt' })
    await this.#does(holder, { type: 'more', turn, more: false })
  }

  async pause(): Promise<void> {
    await this.#does('mateo', { type: 'pause' })
    await this.#bothSee('the pause', ({ phase }) => phase.kind === 'frozen')
  }

  async resume(): Promise<void> {
    this.#clock.advance(21 * MINUTE_MS)
    const { freezeEpoch } = this.snapshot
    for (const who of WHO) {
      const signature = await this.#people[who].readySignature(this.#checkInId, freezeEpoch)
      await this.#does(who, { type: 'ready', freezeEpoch, rung: 0, signature })
    }
    for (const who of WHO) await this.#does(who, { type: 'reenter', freezeEpoch, another: false })
    await this.#bothSee('it goes on', ({ phase }) => phase.kind === 'running')
  }

  /** One offers a line, the other keeps it too. */
  async keepLine(by: Who, text: string): Promise<void> {
    const lineId = randomUUID()
    const envelope = await this.#people[by].sealUtterance(this.#checkInId, lineId, text)
    await this.#does(by, { type: 'line', lineId, envelope })
    const savedAtMs = this.#clock.now().wallMs
    await this.#people[other(by)].keepLine({ lineId, checkInId: this.#checkInId, text, savedAtMs })
  }

  async end(): Promise<void> {
    this.#clock.advance(MINUTE_MS)
    await this.#does('june', { type: 'end' })
    await writeRecord(this.#people.june)
  }

  close(): void {
    for (const who of WHO) this.#phones?.[who].close()
  }

  #phone(who: Who): LiveDevice {
    if (!this.#phones) throw new Error('no phone is open')
    return this.#phones[who]
  }

  #holder(): Who {
    const { phase } = this.snapshot
    const floor = phase.kind === 'running' && 'holder' in phase.floor ? phase.floor.holder : null
    return floor === 'a' ? 'june' : 'mateo'
  }

  async #does(who: Who, command: CommandBody): Promise<void> {
    const ack = await this.#phone(who).send(this.#checkInId, command)
    if (!ack.ok) throw new Error(`${who} may not ${command.type}: ${ack.error.code}`)
  }

  async #bothSee(what: string, isSeen: (snapshot: Room['snapshot']) => boolean): Promise<void> {
    for (const who of WHO) {
      const phone = this.#phone(who)
      await phone.until(what, () => {
        const snapshot = phone.latest()
        return snapshot !== undefined && isSeen(snapshot)
      })
    }
  }
}

const other = (who: Who): Who => (who === 'june' ? 'mateo' : 'june')

async function writeRecord(person: ScriptedPartner): Promise<void> {
  const { checkIns } = await person.http.call(http.checkIn.listUnrecorded, {})
  for (const { checkInId, partnershipId: _, ...facts } of checkIns)
    await person.saveRecord(checkInId, await person.recordId(checkInId), { ...facts, checkInId })
}
