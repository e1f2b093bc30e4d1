import { useEffect } from 'react'
import { createStore, useStore } from '@/lib/store'
import type { Tool } from './components/tool-list'

/*
 * What stops is found out while everything stands still already: the room of both, or a pause for one. The screen may become
 * another one by that, and what somebody has opened stays open.
 */

const openTool = createStore<Tool | null>(null)
let screens = 0

/** What is open, until the last screen with tools is left. */
export function useOpenTool(): readonly [Tool | null, (tool: Tool | null) => void] {
  const open = useStore(openTool, null)
  useEffect(() => {
    screens += 1
    return () => {
      screens -= 1
      // The screen that takes its place is there by then.
      queueMicrotask(() => {
        if (screens === 0) openTool.set(null)
      })
    }
  }, [])
  return [open, openTool.set]
}
