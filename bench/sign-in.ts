// Are an unknown e-mail and a wrong password alike in time? Both are asked of the same server in turn; what counts is the
// ratio of the medians. Run: node bench/sign-in.ts
import { randomBytes } from 'node:crypto'
import { http } from '@turnstone/protocol'
import { ScriptedPartner } from '@turnstone/testkit'
import { ServerProcess } from '../apps/server/tests/support/server-process.ts'

/** Ten wrong tries for one address make the next ones wait, so each account is asked a few times only. */
const ACCOUNTS = 8
const TRIES = 6

const server = await ServerProcess.start()
const wrongKey = () => randomBytes(32).toString('base64url')
const times = {
  known: [] as number[],
  unknown: [] as number[],
  knownLookup: [] as number[],
  unknownLookup: [] as number[],
}

for (let account = 0; account < ACCOUNTS; account++) {
  const { email, http: caller } = await ScriptedPartner.signUp(server.url, 'Ana', server.issueCookie)
  for (let i = 0; i < TRIES; i++) {
    const nobody = `nobody.${account}.${i}@example.org`
    const asks = [
      async () => times.known.push(await timed(() => server.issueCookie(email, wrongKey()))),
      async () => times.unknown.push(await timed(() => server.issueCookie(nobody, wrongKey()))),
      async () =>
        times.knownLookup.push(await timed(() => caller.call(http.account.lookUpAccount, { body: { email } }))),
      async () =>
        times.unknownLookup.push(
          await timed(() => caller.call(http.account.lookUpAccount, { body: { email: nobody } })),
        ),
    ]
    // Neither is always the second to be asked.
    for (const ask of i % 2 === 0 ? asks : asks.toReversed()) await ask()
  }
}
await server.remove()

report('wrong password', times.known, 'unknown e-mail', times.unknown)
report('lookup, known', times.knownLookup, 'lookup, unknown', times.unknownLookup)

/** Milliseconds until the answer, whichever it is. */
async function timed(ask: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await ask().catch(() => 'refused, as it should be')
  return performance.now() - startedAt
}

function report(name: string, one: number[], otherName: string, other: number[]): void {
  const [a, b] = [median(one), median(other)]
  console.log(`${name} ${a.toFixed(2)} ms, ${otherName} ${b.toFixed(2)} ms, ratio ${(b / a).toFixed(3)}`)
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
