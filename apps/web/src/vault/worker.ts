import '@/lib/zod'
import { operations } from './operations'
import { refused } from './refusal'
import type { Request, Response } from './wire'

/* The one place where keys are in the clear. It answers the page that started it and talks to nobody else. */

type Operation = (input: unknown) => Promise<unknown>

function find({ noun, operation }: Request): Operation {
  const nouns: Readonly<Record<string, Readonly<Record<string, unknown>>>> = operations
  const found = nouns[noun]?.[operation]
  if (typeof found !== 'function') throw new Error(`no operation ${noun}.${operation}`)
  return found as Operation
}

async function answer(request: Request): Promise<Response> {
  try {
    return { id: request.id, ok: true, value: await find(request)(request.input) }
  } catch (thrown) {
    return { id: request.id, ok: false, ...refused(thrown) }
  }
}

self.addEventListener('message', async (event: MessageEvent<Request>) => {
  self.postMessage(await answer(event.data))
})
