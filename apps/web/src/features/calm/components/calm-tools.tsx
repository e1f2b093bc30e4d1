'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useOpenTool } from '../use-open-tool'
import { Breathing } from './breathing'
import { Cards } from './cards'
import { Grounding } from './grounding'
import { type Tool, ToolList } from './tool-list'
import { ToolPanel } from './tool-panel'

/** What other features bring. */
type Brought = Readonly<Record<'write' | 'kit' | 'people' | 'help', ReactNode>>

/**
 * What somebody may want while everything stands still. Each opens in the place of the rest, inside the frozen room: what
 * is heard of the room meanwhile still takes the screen, and is read out.
 */
export function CalmTools(brought: Brought) {
  const t = useTranslations('calm.tools')
  const [open, setOpen] = useOpenTool()
  const [last, setLast] = useState<Tool | null>(null)
  const close = () => {
    setLast(open)
    setOpen(null)
  }
  if (open === null) return <ToolList last={last} onOpen={setOpen} />
  return (
    <ToolPanel title={t(open)} onClose={close}>
      {{ ...OWN, ...brought }[open]}
    </ToolPanel>
  )
}

const OWN: Readonly<Record<Exclude<Tool, keyof Brought>, ReactNode>> = {
  breathing: <Breathing />,
  grounding: <Grounding />,
  cards: <Cards />,
}
