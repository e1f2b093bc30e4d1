'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** The page's heading. It takes the focus when a screen replaces another one, so that nobody is left behind. */
export function Title({ children, focus = false }: { children: ReactNode; focus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focus) heading.current?.focus()
  }, [focus])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}
