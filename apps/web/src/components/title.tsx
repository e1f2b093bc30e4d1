'use client'

import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  children: ReactNode
  focus?: boolean
  /** 2 where a part of a page opens under the page's own heading. */
  level?: 1 | 2
}

/** The page's heading. It takes the focus when a screen replaces another one, so that nobody is left behind. */
export function Title({ children, focus = false, level = 1 }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2'
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return (
    <Heading ref={heading} tabIndex={-1}>
      {children}
    </Heading>
  )
}
