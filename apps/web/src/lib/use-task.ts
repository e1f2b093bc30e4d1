import { useCallback, useRef, useState } from 'react'
import { type Problem, problemOf } from './errors'

export type Task =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly problem: Problem }

const IDLE: Task = { kind: 'idle' }

/** One thing at a time that may fail: what a form is doing. */
export function useTask(): { task: Task; run: (work: () => Promise<void>) => Promise<void> } {
  const [task, setTask] = useState<Task>(IDLE)
  const busy = useRef(false)
  const run = useCallback(async (work: () => Promise<void>) => {
    if (busy.current) return
    busy.current = true
    setTask({ kind: 'busy' })
    try {
      await work()
      setTask(IDLE)
    } catch (thrown) {
      setTask({ kind: 'failed', problem: problemOf(thrown) })
    } finally {
      busy.current = false
    }
  }, [])
  return { task, run }
}
