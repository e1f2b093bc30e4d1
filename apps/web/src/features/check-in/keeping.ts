import type { Inside } from './inside'
import { unheard } from './unheard'
import type { CheckInActions, Saving } from './view'

interface Piece {
  readonly key: string
  readonly text: string | null
}

/** What is said here is gone at the end. What somebody keeps goes into the journal, by their own hand. */
export function keepingOf({ ports, state, set }: Inside): Pick<CheckInActions, 'keep' | 'saveLine'> {
  /** Ids of pages, so that trying again makes no second one. Not the piece's own: it would tell what was kept. */
  const pages = new Map<string, string>()

  async function keep(piece: Piece | undefined, into: (text: string) => Promise<unknown>): Promise<void> {
    if (!piece || piece.text === null || isUnderWay(piece.key)) return
    const mark = (saving: Saving) => set({ saving: { ...state().saving, [piece.key]: saving } })
    mark('saving')
    try {
      await into(piece.text)
      mark('saved')
    } catch (thrown) {
      unheard(thrown)
      mark('failed')
    }
  }

  const isUnderWay = (key: string) => state().saving[key] === 'saving' || state().saving[key] === 'saved'

  return {
    keep: (key) => {
      const mine = state().said.find((piece) => piece.key === key && piece.by === 'me')
      const entryId = pages.get(key) ?? ports.newId()
      pages.set(key, entryId)
      void keep(mine, (text) => ports.keepWords({ entryId, text, writtenAtMs: Date.now() }))
    },
    saveLine: (key) => {
      const { lines, room } = state()
      const theirs = lines.find((line) => line.key === key && line.by === 'them')
      if (room) void keep(theirs, (text) => ports.saveLine({ lineId: key, checkInId: room.checkInId, text }))
    },
  }
}
