import type { Problem } from '@/lib/errors'
import { isPageLeft, onPageLeft } from '@/lib/page-left'
import type { operations } from './operations'
import type { Request, Response } from './wire'

type Operations = typeof operations
type Remote<Noun> = {
  readonly [Name in keyof Noun]: Noun[Name] extends (...input: infer Input) => infer Value
    ? (...input: Input) => Promise<Awaited<Value>>
    : never
}

/** The vault said no. `detail` is for developers. */
export class VaultRefusal extends Error {
  readonly problem: Problem

  constructor(problem: Problem, detail: string) {
    super(detail)
    this.name = 'VaultRefusal'
    this.problem = problem
  }
}

interface Asked {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

const asked = new Map<number, Asked>()
let lastId = 0
let worker: Worker | undefined

/** Started by the first question, so that pages which ask nothing load none of it. */
function theWorker(): Worker {
  if (worker) return worker
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    const waiting = asked.get(data.id)
    asked.delete(data.id)
    if (data.ok) waiting?.resolve(data.value)
    else waiting?.reject(new VaultRefusal({ code: data.code }, data.detail))
  })
  worker.addEventListener('error', () => {
    // It did not load or it broke: everyone who waits is told, and the next question starts a new one.
    for (const { reject } of asked.values()) reject(new VaultRefusal({ code: 'offline' }, 'the vault worker stopped'))
    asked.clear()
    worker?.terminate()
    worker = undefined
  })
  return worker
}

/* Its own transactions end with it, as it has one at a time (`local-db.ts`). Nobody hears an answer any more. */
onPageLeft(() => {
  worker?.terminate()
  worker = undefined
  asked.clear()
})

function ask(noun: string, operation: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (isPageLeft()) return
    lastId += 1
    const request: Request = { id: lastId, noun, operation, input }
    const to = theWorker()
    asked.set(request.id, { resolve, reject })
    to.postMessage(request)
  })
}

const noun = (name: string) =>
  new Proxy({}, { get: (_, operation) => (input: unknown) => ask(name, String(operation), input) })

/** The vault as a page sees it: `await vault.account.restore({ userId })`. Only types come from the worker's side. */
export const vault = new Proxy({}, { get: (_, name) => noun(String(name)) }) as {
  readonly [Noun in keyof Operations]: Remote<Operations[Noun]>
}
