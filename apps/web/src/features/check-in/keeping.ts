import type { Inside } from './inside'
import { unheard } from './unheard'
import type { CheckInActions, Keeping } from './view'

/** What is said here is gone at the end. What somebody keeps goes into the journal, by their own hand. */
export function keepingOf({ ports, state, set }: Inside): Pick<CheckInActions, 'keep' | 'letGo' | 'saveLine'> {
  const mark = (keys: readonly string[], keeping: Keeping) =>
    set({ saving: { ...state().saving, ...Object.fromEntries(keys.map((key) => [key, keeping])) } })
  const isUnderWay = (key: string) => state().saving[key] === 'saving' || state().saving[key] === 'saved'

  async function save(keys: readonly string[], work: () => Promise<unknown>): Promise<void> {
    mark(keys, 'saving')
    try {
      await work()
      mark(keys, 'saved')
    } catch (thrown) {
      unheard(thrown)
      mark(keys, 'failed')
    }
  }

  return {
    keep: (asked) => {
      const { said, room } = state()
      const mine = said.filter(
        ({ key, by, text }) => by === 'me' && text !== null && asked.includes(key) && !isUnderWay(key),
      )
      const [first, ...more] = mine
      if (!first || !room) return
      // Each piece has its page, and all of them together one: keeping again, here or on another device, changes nothing.
      const of = more.length === 0 ? first.key : room.checkInId
      const text = mine.map((piece) => piece.text).join('\n\n')
      const keys = mine.map(({ key }) => key)
      void save(keys, () => ports.keepSaid({ of, text }))
    },
    letGo: (keys) =>
      mark(
        keys.filter((key) => !isUnderWay(key)),
        'letGo',
      ),
    saveLine: (key) => {
      const { lines, room } = state()
      const theirs = lines.find((line) => line.key === key && line.by === 'them')
      if (!room || !theirs || theirs.text === null || isUnderWay(key)) return
      const line = { lineId: key, checkInId: room.checkInId, text: theirs.text }
      void save([key], () => ports.saveLine(line))
    },
  }
}
