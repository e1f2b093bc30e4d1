import { hasTheStone, isPaused, openCheckIn } from '../fixtures/check-in.ts'
import type { Person } from '../fixtures/person.ts'
import { expect, test } from '../fixtures/two-partners.ts'

const TYPED = 'I had not found the courage to say this.'
const WAITING = 'This was on its way.'

const end = async (person: Person) => {
  await person.button('check-in.end.action').click()
  await person.button('check-in.end.yes').click()
}

test('J1: what I had written when it ended stays with me, also after a reload, until I decide', async ({
  couple: { ana, ben },
}) => {
  const say = await withWordsHeldUp(ana)
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)

  await test.step('one piece does not get through, another is being written', async () => {
    await ana.field('check-in.words.label').fill(WAITING)
    await ana.button('check-in.words.send').click()
    await expect(ana.page.getByText(WAITING)).toBeVisible()
    await ana.field('check-in.words.label').fill(TYPED)
    await end(ben)
    await expect(ben.heading('check-in.ended.title')).toBeVisible()
    await say.letThrough()
  })

  await test.step('after the end both are on my screen, called what they are, and on nobody else’s', async () => {
    await expect(ana.heading('check-in.ended.title')).toBeVisible()
    await expect(ana.heading('closing.notSaid.title')).toBeVisible()
    for (const words of [WAITING, TYPED]) {
      await expect(ana.page.getByText(words)).toBeVisible()
      await expect(ben.page.getByText(words)).toBeHidden()
    }
    await expect(ben.heading('closing.notSaid.title')).toBeHidden()
  })

  await test.step('also after a reload; on the device nothing of it can be read', async () => {
    await ana.page.reload()
    await expect(ana.heading('closing.notSaid.title')).toBeVisible()
    for (const words of [WAITING, TYPED]) await expect(ana.page.getByText(words)).toBeVisible()
    const kept = await ana.page.evaluate(keptHere)
    expect(kept).toContain('journal.unsaid')
    for (const words of [WAITING, TYPED]) expect(kept).not.toContain(words)
  })

  await test.step('kept, it is one page in my drawer and waits no more', async () => {
    await ana.button('closing.notSaid.keep').click()
    await expect(ana.page.getByText(ana.say('closing.keep.state.saved'), { exact: true })).toBeVisible()
    await ana.page.reload()
    await expect(ana.heading('check-in.willing.question')).toBeVisible()
    await expect(ana.heading('closing.notSaid.title')).toBeHidden()
    await ana.open('/journal/drawer')
    for (const words of [WAITING, TYPED]) await expect(ana.page.getByText(words)).toBeVisible()
    await expect(ana.page.getByRole('listitem')).toHaveCount(1)
  })
})

test('J1: what I am writing outlives a pause and a reload, and is gone once I let it go', async ({
  couple: { ana, ben },
}) => {
  await openCheckIn(ana, ben)
  await hasTheStone(ana, ben)
  await ana.field('check-in.words.label').fill(TYPED)
  await ben.button('check-in.pause.action').click()
  await isPaused(ana)
  await expect.poll(async () => (await ana.page.evaluate(keptHere)).includes('journal.unsaid')).toBe(true)
  await ana.page.reload()
  await isPaused(ana)
  await end(ana)
  await expect(ana.heading('closing.notSaid.title')).toBeVisible()
  await expect(ana.page.getByText(TYPED)).toBeVisible()
  await ana.button('closing.notSaid.letGo').click()
  await expect(ana.text('closing.keep.state.letGo')).toBeVisible()
  await ana.page.reload()
  await expect(ana.heading('check-in.willing.question')).toBeVisible()
  await expect(ana.page.getByText(TYPED)).toBeHidden()
  expect(await ana.page.evaluate(keptHere)).not.toContain('journal.unsaid')
})

/** What this person says is lost on its way, while everything else gets through. */
async function withWordsHeldUp({ page }: Person): Promise<{ letThrough: () => Promise<void> }> {
  let isHeldUp = true
  const isSaying = (message: string) => isHeldUp && message.includes('"utter"')
  await page.routeWebSocket(/socket\.io/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (!isSaying(String(message))) server.send(message)
    })
  })
  const commands = '**/api/check-in/commands'
  await page.route(commands, (route) => (isSaying(route.request().postData() ?? '') ? route.abort() : route.continue()))
  return {
    async letThrough() {
      isHeldUp = false
      await page.unroute(commands)
    },
  }
}

/** All that this browser keeps of the app, as text; bytes as the characters they would be. */
async function keptHere(): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('turnstone')
    asked.addEventListener('success', () => resolve(asked.result))
    asked.addEventListener('error', () => reject(asked.error))
  })
  const read = (name: string) =>
    new Promise<string>((resolve, reject) => {
      const store = db.transaction(name).objectStore(name)
      const [keys, values] = [store.getAllKeys(), store.getAll()]
      store.transaction.addEventListener('complete', () => resolve(JSON.stringify([keys.result, values.result])))
      store.transaction.addEventListener('error', () => reject(store.transaction.error))
    })
  const stores = await Promise.all([...db.objectStoreNames].map(read))
  db.close()
  return [...stores, JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })].join('\n')
}
