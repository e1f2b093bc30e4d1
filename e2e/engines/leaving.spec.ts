import { answerSignUp, test } from './people.ts'

const PAGES = ['/', '/journal', '/agreement', '/jottings', '/link', '/kit']
const MOMENTS = 8
const MOMENT_MS = 30

/* WebKit lets what a page or its worker was writing stand for ever, and everything after it waits (ADR 20). */
test('a page left at any moment holds up none that comes after it', async ({ arrive }) => {
  const ana = await arrive('Ana')
  await ana.open('/sign-up')
  await answerSignUp(ana)
  await ana.sees('heading', 'account.sheet.accountKey')

  for (let moment = 0; moment < MOMENTS; moment += 1) {
    for (const page of PAGES) {
      await ana.open(page)
      // Where in its beginning it is left is what this is about.
      await new Promise((left) => setTimeout(left, moment * MOMENT_MS))
    }
  }

  await ana.open('/journal')
  await ana.sees('heading', 'journal.title')
})
