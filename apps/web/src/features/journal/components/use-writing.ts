import { useCallback, useEffect, useRef, useState } from 'react'
import { type Problem, problemOf } from '@/lib/errors'
import { keepPage, keepSending } from '../client'
import { type DraftPage, loadDraft, saveDraft } from '../drafts'

const AUTOSAVE_MS = 600
/** What still fits the largest sealed page, in UTF-8 bytes. */
const PAGE_MAX_BYTES = 120_000

/** How the words on the screen stand to what lies sealed on the device. */
export type DraftStatus = 'clean' | 'drafting' | 'drafted' | 'draftFailed' | 'notKept'

export type Writing =
  | { readonly kind: 'opening' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | {
      readonly kind: 'open'
      readonly text: string
      readonly status: DraftStatus
      readonly tooLong: boolean
      readonly keeping: boolean
    }
  /** The page lies sealed in the outbox; `sent` once the server has it. */
  | { readonly kind: 'kept'; readonly sent: boolean }

interface UseWriting {
  readonly writing: Writing
  readonly type: (text: string) => void
  readonly keep: () => Promise<void>
}

/** One page being written, its draft sealed on the device a moment after every pause in typing. */
export function useWriting(): UseWriting {
  const [writing, setWriting] = useState<Writing>({ kind: 'opening' })
  const draft = useRef<DraftPage | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const change = useCallback((to: Partial<Extract<Writing, { kind: 'open' }>>) => {
    setWriting((now) => (now.kind === 'open' ? { ...now, ...to } : now))
  }, [])

  useEffect(() => {
    let gone = false
    loadDraft().then(
      (loaded) => {
        if (gone) return
        draft.current = loaded
        setWriting({
          kind: 'open',
          text: loaded.text,
          status: loaded.text === '' ? 'clean' : 'drafted',
          tooLong: false,
          keeping: false,
        })
      },
      (thrown) => setWriting({ kind: 'problem', problem: problemOf(thrown) }),
    )
    return () => {
      gone = true
    }
  }, [])

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    const saving = draft.current
    if (!saving) return
    try {
      await saveDraft(saving)
      if (draft.current === saving) change({ status: 'drafted' })
    } catch {
      // Said on the screen, in words that say what to do; the text itself stays where it is.
      change({ status: 'draftFailed' })
    }
  }, [change])

  useEffect(() => {
    const saveNow = () => {
      if (document.visibilityState === 'hidden' && timer.current !== undefined) void save()
    }
    document.addEventListener('visibilitychange', saveNow)
    return () => {
      document.removeEventListener('visibilitychange', saveNow)
      // Leaving inside the app is not losing: what was typed last is sealed on the way out.
      if (timer.current !== undefined) void save()
    }
  }, [save])

  const isWaiting = writing.kind === 'kept' && !writing.sent
  useEffect(() => {
    if (!isWaiting) return
    return keepSending((flushed) => flushed === 'empty' && setWriting({ kind: 'kept', sent: true }))
  }, [isWaiting])

  const type = (text: string) => {
    if (!draft.current) return
    draft.current = { ...draft.current, text }
    change({ text, status: 'drafting', tooLong: new TextEncoder().encode(text).length > PAGE_MAX_BYTES })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      timer.current = undefined
      void save()
    }, AUTOSAVE_MS)
  }

  const keep = async () => {
    const page = draft.current
    if (!page || page.text.trim() === '' || (writing.kind === 'open' && (writing.tooLong || writing.keeping))) return
    clearTimeout(timer.current)
    timer.current = undefined
    change({ keeping: true })
    try {
      const flushed = await keepPage(page)
      draft.current = null
      setWriting({ kind: 'kept', sent: flushed === 'empty' })
    } catch (thrown) {
      // The words stay on the screen and in the draft; it can be tried again.
      change({ keeping: false, status: problemOf(thrown).code === 'vault_locked' ? 'draftFailed' : 'notKept' })
    }
  }

  return { writing, type, keep }
}
