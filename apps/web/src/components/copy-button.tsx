'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button, type ButtonKind } from './button'

/** Copies, and says so. Where copying is refused, the text beside it can still be selected. */
export function CopyButton({ text, kind = 'act', children }: { text: string; kind?: ButtonKind; children: ReactNode }) {
  const t = useTranslations('common')
  const [result, setResult] = useState<'copied' | 'notCopied' | null>(null)
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setResult('copied'),
      () => setResult('notCopied'),
    )
  }
  return (
    <>
      <Button kind={kind} onClick={copy}>
        {children}
      </Button>
      <output>{result && t(result)}</output>
    </>
  )
}
