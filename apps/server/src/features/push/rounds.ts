import type { http } from '@turnstone/protocol'
import type { Context } from '../../context.ts'
import { claimJobs, deleteEndpoint, deleteExpired, deleteJob, type Job, postponeJob } from './store.ts'

/** For what another node left behind, and for what is tried again. */
const LOOK_EVERY_MS = 5_000
/** Longer than a try takes. After a crash it is tried again, and takes the place of the one that may have gone out. */
const LEASE_MS = 30_000
const AT_ONCE = 20
const FIRST_RETRY_MS = 5_000
const LONGEST_RETRY_MS = 60_000
const CLEAN_EVERY_LOOKS = 720
/** The same for all: a pause takes the place of an earlier one that is still on its way. */
const TOPIC = 'pause'

/**
 * Sends what lies in `push_job`: at once after a pause, and again and again until its return time where a push service is
 * away. Every node makes rounds; a job is one node's at a time. Nobody is told what became of it.
 */
export class PushRounds {
  #context: Context | null = null
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> | null = null
  #isAskedAgain = false
  #looks = 0

  start(context: Context): void {
    this.#context = context
    this.#timer = setInterval(() => this.wake(), LOOK_EVERY_MS)
    this.#timer.unref()
    this.wake()
  }

  /** There may be something to send. */
  wake(): void {
    if (!this.#context) return
    this.#isAskedAgain = true
    this.#round ??= this.#go(this.#context).finally(() => {
      this.#round = null
    })
  }

  async stop(): Promise<void> {
    this.#context = null
    if (this.#timer) clearInterval(this.#timer)
    this.#isAskedAgain = false
    await this.#round
  }

  async #go(context: Context): Promise<void> {
    try {
      if (this.#looks++ % CLEAN_EVERY_LOOKS === 0) await deleteExpired(context.db, new Date(context.clock.now().wallMs))
      while (this.#isAskedAgain) {
        this.#isAskedAgain = false
        const jobs = await claim(context)
        await Promise.all(jobs.map((job) => deliver(context, job)))
        if (jobs.length === AT_ONCE) this.#isAskedAgain = true
      }
    } catch (error) {
      context.logger.warn({ err: error, component: 'push' }, 'pushes wait for the database')
    }
  }
}

function claim({ db, clock }: Context): Promise<Job[]> {
  const nowMs = clock.now().wallMs
  return claimJobs(db, { now: new Date(nowMs), leaseEnds: new Date(nowMs + LEASE_MS), limit: AT_ONCE })
}

async function deliver(context: Context, job: Job): Promise<void> {
  const { db, clock, fanout, logger, push } = context
  // Whoever looks at the pause already is not told of it again.
  if (!job.isWanted || fanout.isAttending(job.sessionId, job.checkInId)) return deleteJob(db, job.id)
  const leftMs = job.untilMs - clock.now().wallMs
  const outcome = await push.send(job.target, {
    text: textOf(job),
    ttlSeconds: Math.ceil(leftMs / 1_000),
    topic: TOPIC,
  })
  switch (outcome.kind) {
    case 'taken':
      return deleteJob(db, job.id)
    case 'gone':
      return deleteEndpoint(db, job.target.endpoint)
    case 'refused':
      logger.warn({ component: 'push', status: outcome.status }, 'a push service refuses what is sent to it')
      return deleteJob(db, job.id)
    case 'later':
      return postponeJob(db, job.id, nextTry(job, clock.now().wallMs, outcome.afterMs))
  }
}

const textOf = ({ untilMs }: Job): string =>
  JSON.stringify({ v: 1, kind: 'pause', until: untilMs } satisfies http.push.Pushed)

/** No later than the return time: then the row goes, whatever the push service has asked for. */
function nextTry({ tries, untilMs }: Job, nowMs: number, askedForMs: number | null): Date {
  return new Date(Math.min(nowMs + (askedForMs ?? retryAfterMs(tries)), untilMs))
}

const retryAfterMs = (tries: number) => Math.min(FIRST_RETRY_MS * 2 ** (tries - 1), LONGEST_RETRY_MS)
