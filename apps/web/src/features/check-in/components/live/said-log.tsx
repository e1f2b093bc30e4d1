'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { known, type OtherName } from '../../names'
import type { Said, Unsent } from '../../view'
import styles from './said-log.module.css'

interface Turn {
  readonly turn: number
  readonly by: 'me' | 'them'
  readonly pieces: readonly Said[]
}

/** Pieces of one turn belong together: one voice, one paragraph after the other. */
export function turnsOf(said: readonly Said[]): readonly Turn[] {
  const turns: Turn[] = []
  for (const piece of said) {
    const last = turns.at(-1)
    if (last?.turn === piece.turn && last.by === piece.by)
      turns[turns.length - 1] = { ...last, pieces: [...last.pieces, piece] }
    else turns.push({ turn: piece.turn, by: piece.by, pieces: [piece] })
  }
  return turns
}

const STATE_WORDS = { sending: 'sending', waiting: 'notSent', returned: 'returned' } as const

interface Props {
  said: readonly Said[]
  unsent: readonly Unsent[]
  other: OtherName
  onTakeBack: (piece: Unsent) => void
}

/** What was said, oldest first. New words are read out, once, when there is a quiet moment. */
export function SaidLog({ said, unsent, other, onTakeBack }: Props) {
  const t = useTranslations('check-in.words')
  const end = useRef<HTMLDivElement>(null)
  const count = said.length + unsent.length
  // New words come into view; whoever has scrolled up to read again is brought along only by something new.
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' })
  }, [count])
  return (
    <div className={styles.log} role="log" aria-label={t('log')} aria-live="polite">
      {said.length === 0 && unsent.length === 0 && <p className={styles.none}>{t('none')}</p>}
      {turnsOf(said).map(({ turn, by, pieces }) => (
        <div key={turn} className={styles.turn} data-by={by}>
          <p className={styles.by}>{by === 'me' ? t('mine') : t('theirs', known(other))}</p>
          {pieces.map((piece) => (
            <p key={piece.key} className={piece.text === null ? styles.none : `${styles.piece} own-words`}>
              {piece.text ?? t('unreadable')}
            </p>
          ))}
        </div>
      ))}
      {unsent.map((piece) => (
        <div key={piece.key} className={styles.unsent}>
          <p className={`${styles.piece} own-words`}>{piece.text}</p>
          <p className={styles.by}>
            {t(STATE_WORDS[piece.state])}
            {piece.state === 'returned' && (
              <button type="button" className={styles.again} onClick={() => onTakeBack(piece)}>
                {t('takeBack')}
              </button>
            )}
          </p>
        </div>
      ))}
      <div ref={end} className={styles.end} />
    </div>
  )
}
