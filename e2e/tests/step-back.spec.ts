import { openCheckIn } from '../fixtures/check-in.ts'
import { holdBack } from '../fixtures/line.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

/** Everything this page sends that changes something or says that somebody is here, from now on. */
function listenTo({ page }: Person): string[] {
  const said: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') said.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      for (const name of ['attend', 'command']) if (String(payload).includes(`"${name}"`)) said.push(name)
    }),
  )
  return said
}

async function stepBack(person: Person): Promise<void> {
  await person.open('/partner')
  await person.button('partnership.stepBack.action').click()
  await expect(person.button('partnership.stepBack.comeBack')).toBeVisible()
}

test('L7: whoever has stepped back says nothing, and looks like somebody who has not looked', async ({
  couple: { ana, ben },
}) => {
  await ben.open('/check-in')
  await ben.button('check-in.willing.yes').click()
  await expect(ben.text('check-in.willing.kept')).toBeVisible()
  const said = listenTo(ana)
  await stepBack(ana)

  await test.step('home says so, to me alone', async () => {
    await ana.open('')
    await expect(ana.heading('home.steppedBack')).toBeVisible()
  })
  await test.step('a check-in is not entered', async () => {
    await ana.open('/check-in')
    await expect(ana.heading('check-in.steppedBack.title')).toBeVisible()
    await expect(ana.button('check-in.willing.yes')).toBeHidden()
  })
  await test.step('a thank-you waits', async () => {
    await ana.open('/thanks')
    await ana.button('journal.thanks.phrases.two.first').click()
    await expect(ana.text('journal.thanks.done.waiting')).toBeVisible()
    await ben.open('/journal')
    await expect(ben.text('journal.living.empty.title')).toBeVisible()
  })
  await test.step('nothing went out: no answer, no presence, no word of it to the server', () => {
    expect(said).toEqual([])
  })
  await test.step('coming back is one press; what waited goes out', async () => {
    await ana.open('')
    await ana.button('home.comeBack').click()
    await expect(ana.heading('home.steppedBack')).toBeHidden()
    await expect(ben.page.getByText(ana.say('journal.thanks.phrases.two.first'))).toBeVisible()
  })
})

test('L7: stepping back from a live check-in leaves the room: the clock waits, and pausing still works', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await stepBack(ana)
  await expect(ben.text('check-in.floor.clockWaits')).toBeVisible()
  await ana.open('/check-in')
  await expect(ana.heading('check-in.steppedBack.title')).toBeVisible()
  await ana.button('check-in.pause.action').click()
  await expect(ben.heading('check-in.paused.title')).toBeVisible()
})

test('P1 L7: pressed before this device knows of any check-in, it stops here at once, and for both when it does', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await stepBack(ana)
  const answer = await holdBack(ana.page, '**/api/check-in')
  await ana.open('/check-in')
  await expect(ana.heading('check-in.steppedBack.title')).toBeVisible()
  await ana.button('check-in.pause.action').click()
  await expect(ana.heading('check-in.paused.title')).toBeVisible()
  await expect(ana.text('check-in.paused.unconfirmed')).toBeVisible()
  answer()
  await expect(ben.heading('check-in.paused.title')).toBeVisible()
  await expect(ana.text('check-in.paused.set')).toBeVisible()
})

test('P1 L7: pressed without a network, it stops here at once, and for both when there is one', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await stepBack(ana)
  await ana.page.route('**/api/check-in', (route) => route.abort())
  await ana.open('/check-in')
  await expect(ana.heading('check-in.steppedBack.title')).toBeVisible()
  await ana.context.setOffline(true)
  await ana.button('check-in.pause.action').click()
  await expect(ana.heading('check-in.paused.title')).toBeVisible()
  await ana.page.unroute('**/api/check-in')
  await ana.context.setOffline(false)
  await expect(ben.heading('check-in.paused.title')).toBeVisible()
  await expect(ana.text('check-in.paused.set')).toBeVisible()
})
