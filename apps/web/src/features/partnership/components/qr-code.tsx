'use client'

import { useEffect, useState } from 'react'
import styles from './qr-code.module.css'

interface Code {
  size: number
  path: string
}

/** Drawn on this device. Always dark on light: that is what cameras read. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [code, setCode] = useState<Code | null>(null)
  useEffect(() => {
    let current = true
    void import('uqr').then(({ encode }) => {
      const { data, size } = encode(text, { ecc: 'M', border: 2 })
      if (current) setCode({ size, path: pathOf(data) })
    })
    return () => {
      current = false
    }
  }, [text])
  if (!code) return null
  return (
    <svg
      className={styles.code}
      viewBox={`0 0 ${code.size} ${code.size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={code.size} height={code.size} fill="#fff" />
      <path d={code.path} fill="#000" />
    </svg>
  )
}

const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
