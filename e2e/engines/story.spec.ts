import { answerSignUp, test } from './people.ts'

const TWENTY_MINUTES = 20 * 60_000

test('two people sign up, link, take a turn, stop together, and go on', async ({ house, arrive }) => {
  const ana = await arrive('Ana')
  const ben = await arrive('Ben')

  await test.step('sign up and link', async () => {
    await ana.open('/sign-up')
    await answerSignUp(ana)
    await ana.sees('heading', 'account.sheet.accountKey')
    await ana.open('/link')
    await ana.press('button', 'partnership.link.create')
    await ana.sees('heading', 'partnership.link.readyTitle')
    await ben.open(await ana.reads(/http\S+\/invite#\S+/))
    await ben.press('button', 'partnership.ask.look')
    await ben.press('link', 'partnership.look.begin')
    await answerSignUp(ben)
    await ben.press('button', 'partnership.look.linkWith', { name: 'Ana' })
    await ana.press('button', 'partnership.answered.yes', { name: 'Ben' })
    await ana.sees('heading', 'partnership.linked.title', { name: 'Ben' })
    await ben.sees('heading', 'partnership.linked.title', { name: 'Ana' })
  })

  await test.step('sign the rules', async () => {
    await ana.open('/agreement')
    await ana.press('choice', 'agreement.word.suggestions.first')
    await ana.press('button', 'agreement.first.fine')
    await ana.sees('heading', 'agreement.proposed.title')
    await ben.open('/agreement')
    await ben.press('button', 'agreement.first.fine')
    for (const person of [ana, ben]) await person.sees('heading', 'agreement.inForce.title')
  })

  await test.step('one turn', async () => {
    for (const person of [ana, ben]) {
      await person.open('/check-in')
      await person.press('choice', 'check-in.willing.way.written')
      await person.press('button', 'check-in.willing.yes')
    }
    await ana.sees('text', 'check-in.floor.mine')
    await ben.sees('text', 'check-in.floor.theirs', { name: 'Ana' })
    await ana.type('check-in.words.label', 'I missed you on Tuesday.')
    await ana.press('button', 'check-in.words.send')
    await ben.reads(/I missed you on Tuesday/)
    await ana.press('button', 'check-in.pass.action')
    await ben.sees('text', 'check-in.floor.mine')
  })

  await test.step('the listener stops it, for both', async () => {
    await ana.press('button', 'check-in.pause.action')
    for (const person of [ana, ben]) await person.sees('heading', 'check-in.paused.title')
    await ben.window.reload()
    await ben.sees('heading', 'check-in.paused.title')
  })

  await test.step('after the break both go on', async () => {
    await house.letTimePass(TWENTY_MINUTES)
    for (const { window } of [ana, ben]) await window.leap(TWENTY_MINUTES)
    for (const person of [ana, ben]) await person.press('button', 'check-in.paused.ready')
    for (const person of [ana, ben]) await person.press('button', 'check-in.comingBack.skip')
    await ben.sees('text', 'check-in.floor.mine')
    await ana.sees('text', 'check-in.floor.theirs', { name: 'Ben' })
  })
})
