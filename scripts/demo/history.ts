import { randomUUID } from 'node:crypto'
import { run } from '../../apps/server/src/run.ts'
import { DEFAULT_RULES } from '../../packages/check-in/src/index.ts'
import { link, pagesCookie, ScriptedPartner, SteeredClock } from '../../packages/testkit/src/index.ts'
import { holdCheckIn } from './check-in.ts'
import { JOTTINGS, OUR_WORD, PEOPLE, STORY, type StoryEvent, type Who } from './story.ts'

const DAY_MS = 24 * 60 * 60_000
const WEEK_MS = 7 * DAY_MS
/** A session lasts a month. */
const SIGN_IN_AGAIN_MS = 6 * DAY_MS

export type People = Readonly<Record<Who, ScriptedPartner>>

/** What somebody needs to sign in as one of the two. */
export interface SignIn {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly accountKey: string
}

/**
 * Lives through the story on an empty data folder: two people sign up, link, sign, meet and write, with real keys and
 * real messages, on a server whose clock begins months ago and leaps from one event to the next.
 */
export async function makeHistory(dataFolder: string, tell: (step: string) => void): Promise<readonly SignIn[]> {
  const clock = new SteeredClock({ flowing: true })
  const nowMs = Date.now()
  const events = STORY.map((event) => ({ event, atMs: timeOf(event, nowMs) })).toSorted((a, b) => a.atMs - b.atMs)
  clock.jumpWall((events[0]?.atMs ?? nowMs) - DAY_MS - nowMs)
  const env = { TURNSTONE_DATA: dataFolder, PORT: '0', LOG_LEVEL: 'error' }
  const server = await run({ env, clock, onProgress: tell })
  try {
    const cookie = pagesCookie(server.url)
    const [june, mateo] = [PEOPLE.june, PEOPLE.mateo].map((who) =>
      ScriptedPartner.signUp(server.url, who.name, cookie, who),
    )
    if (!june || !mateo) throw new Error('two people')
    const people: People = { june: await june, mateo: await mateo }
    const both = [people.june, people.mateo]
    await link(people.june, people.mateo)
    // Without a breath between turns until today: nobody is there who would need it.
    await people.june.propose({ ...DEFAULT_RULES, breathMs: 0 }, OUR_WORD)
    await people.mateo.signAgreement()

    let signedInMs = clock.now().wallMs
    for (const { event, atMs } of events) {
      clock.advance(Math.max(0, atMs - clock.now().wallMs))
      if (atMs - signedInMs > SIGN_IN_AGAIN_MS) {
        for (const person of both) await person.signOut()
        for (const person of both) await person.signIn(cookie)
        signedInMs = atMs
      }
      tell(`${new Date(atMs).toISOString().slice(0, 10)}: ${event.kind}`)
      await live(event, people, clock)
    }
    await people.mateo.propose({ ...DEFAULT_RULES, turnMs: 4 * 60_000 }, OUR_WORD)
    await people.june.signAgreement()
    for (const who of ['june', 'mateo'] as const) await people[who].keepJottings(jottingsOf(who, nowMs))
    for (const person of both) await person.signOut()
    return both.map(({ name, email, password, sheet }) => ({ name, email, password, accountKey: sheet.accountKey }))
  } finally {
    await server.stop()
  }
}

async function live(event: StoryEvent, people: People, clock: SteeredClock): Promise<void> {
  if (event.kind === 'check-in') return holdCheckIn(event, people, clock)
  const writer = people[event.by]
  const { text } = event
  const writtenAtMs = clock.now().wallMs
  if (event.kind === 'page') await writer.savePage(text, writtenAtMs)
  else if (event.kind === 'thanks') await writer.share({ sort: 'thanks', text, writtenAtMs })
  else {
    await writer.savePage(text, writtenAtMs)
    await writer.share({ sort: 'page', text, writtenAtMs, sharedAtMs: writtenAtMs })
  }
}

/** In the time zone of this machine: a Sunday evening is one where the demo is looked at. */
function timeOf(event: StoryEvent, nowMs: number): number {
  const at = new Date(nowMs)
  const [hours = 0, minutes = 0] = event.at.split(':').map(Number)
  at.setHours(hours, minutes, 0, 0)
  if (event.kind !== 'check-in') return at.getTime() - event.daysAgo * DAY_MS
  const lastSunday = at.getTime() - (at.getDay() === 0 ? 7 : at.getDay()) * DAY_MS
  return lastSunday - (event.weeksAgo - 1) * WEEK_MS
}

const jottingsOf = (who: Who, nowMs: number) =>
  JOTTINGS[who].map(({ daysAgo, text }) => ({
    id: randomUUID(),
    text,
    writtenAtMs: nowMs - daysAgo * DAY_MS,
    sorted: null,
  }))
