import { useEffect, useRef, useState } from 'react'
import { dropUnsaid, keepUnsaid, loadUnsaid, setAside } from '@/features/journal/client'
import { useStore } from '@/lib/store'
import { Unsaid, type UnsaidPage } from './unsaid'
import type { CheckInView } from './view'

/** Long enough that not every letter is sealed, short enough that hardly one is lost. */
const SET_ASIDE_AFTER_MS = 400
const NONE: readonly UnsaidPage[] = []

const newUnsaid = () =>
  new Unsaid({
    newId: () => crypto.randomUUID(),
    load: loadUnsaid,
    setAside,
    drop: dropUnsaid,
    keep: keepUnsaid,
  })

interface Of {
  readonly checkInId: string | null
  /** All that I have written and not said by now. */
  readonly text: string
  readonly view: CheckInView['kind']
  readonly hasKey: boolean
  /** Given what I had written here before the page was loaded anew. */
  readonly onTakenUp: (text: string) => void
}

interface UnsaidHere {
  /** What its author may decide about: of this check-in after its end, of others at any time. */
  readonly pages: readonly UnsaidPage[]
  readonly keep: (entryId: string) => void
  readonly letGo: (entryId: string) => void
}

/** Sets aside on this device what I write, and knows what is left of it. Without the key it waits in memory. */
export function useUnsaid({ checkInId, text, view, hasKey, onTakenUp }: Of): UnsaidHere {
  const [unsaid] = useState(newUnsaid)
  const all = useStore(unsaid.pages, NONE)
  const isOver = view === 'ended'
  const isUnderWay = view === 'live' || view === 'paused' || view === 'returning'
  const last = useRef<() => void>(() => {})
  useEffect(() => {
    if (hasKey) void unsaid.open()
  }, [unsaid, hasKey])
  useEffect(() => {
    if (!hasKey || !isUnderWay || checkInId === null) return
    void unsaid.takeUp(checkInId).then((taken) => taken !== '' && onTakenUp(taken))
  }, [unsaid, hasKey, isUnderWay, checkInId, onTakenUp])
  useEffect(() => {
    if (!hasKey || checkInId === null) return
    const note = () => void unsaid.note(checkInId, text)
    last.current = note
    if (isOver) {
      note()
      return
    }
    const timer = setTimeout(note, SET_ASIDE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [unsaid, hasKey, isOver, checkInId, text])
  useEffect(() => () => last.current(), [])
  return {
    pages: hasKey ? all.filter((page) => isOver || page.checkInId !== checkInId) : NONE,
    keep: (entryId) => void unsaid.keep(entryId),
    letGo: (entryId) => void unsaid.letGo(entryId),
  }
}
